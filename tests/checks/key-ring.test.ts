import { memoryKeyRing } from '../../src/checks/key-ring';
import { behavesLikeAKeyRing } from '../contracts/key-ring.contract';

describe('keys in memory', () => {
  behavesLikeAKeyRing(async (keptFor, now) => memoryKeyRing(keptFor, now));
});
