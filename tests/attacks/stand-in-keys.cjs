// Loaded into the attacked server: the keys that prove a sender come from here, for tests reach nothing outside.
const { generateKeyPairSync } = require('node:crypto');
const https = require('node:https');
const { Readable } = require('node:stream');
const { EventEmitter } = require('node:events');

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keys = [
  { ...publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256', endorsements: ['msteams'] },
];
const metadata = {
  issuer: 'https://api.botframework.com',
  jwks_uri: 'https://login.botframework.com/keys',
  id_token_signing_alg_values_supported: ['RS256'],
};

https.request = (options, onAnswer) => {
  const path = String(options.path ?? options.pathname ?? options);
  const request = new EventEmitter();
  const answer = Object.assign(Readable.from([JSON.stringify(path.includes('keys') ? { keys } : metadata)]), {
    statusCode: 200,
    statusMessage: 'OK',
    headers: { 'content-type': 'application/json' },
    rawHeaders: ['content-type', 'application/json'],
  });
  const say = () => {
    onAnswer?.(answer);
    request.emit('response', answer);
  };
  return Object.assign(request, {
    end: () => void setImmediate(say),
    write: () => true,
    setTimeout: () => request,
    setHeader: () => {},
    destroy: () => {},
    abort: () => {},
  });
};
