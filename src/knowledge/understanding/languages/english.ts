import { type LanguageRules, phrases, words } from './language-rules.js';

/** English. */
export const english: LanguageRules = {
  stemmer: 'english',
  stop: words(`the a an of to in on at for and or is are was were be been am i me we us you he she it they them this that these
    those there here with by from as do does did done have has had having will would can could should shall may might im ive id
    its if then so but too very just also please pls plz thanks hi hello hey our my your their his her what which who whom into
    about over under up out some any all get got let s t ve ll re d m`),
  forms: {
    how: phrases(
      'how, how do i, how can i, how to, how 2, hw, whats the way, what are the steps, steps to, the procedure, guide, tutorial, walk me through, explain, show me how, instructions, help me',
    ),
    where: phrases(
      'where, whereabouts, wheres, which menu, what menu, cant find, cannot find, can t find, don t see, dont see, nowhere, in which',
    ),
    why: phrases('why, y, what for, what happens, what s the point, whats the point, how come, the purpose'),
    when: phrases('when, at what point, how long, before or after'),
    must: phrases(
      'must, need to, have to, do i need, should i, should, required, necessary, mandatory, compulsory, needed, gotta',
    ),
    may: phrases('can i, may i, is it possible, possible, can we, am i allowed, could i'),
    which: phrases('which, what'),
    many: phrases('how many, number of, count'),
    mine: phrases('my, our, mine, ours, me, we, i have, have i, do i have, on our side'),
    still: phrases('still, yet, already, left, remaining, anymore, any more'),
    look: phrases(`check, verify, look, take a look, have a look, tell me, tell me if, see if, see whether, list, show me, confirm, test, ping, scan, inspect, review, double check, doublecheck,
      make sure, find out, give me, validate, chk, audit, examine, checking, checked, verifying, have a peek,
      peek, glance, look into, look up, look at, tell us, show us, let me know if, let me know whether, lemme know, can you see, could you see, cross check, run a check, on your side, on your end`),
    you: phrases('can you, could you, would you, you, your, u, ur'),
    not: phrases(
      'not, no, don t, dont, doesn t, doesnt, isn t, isnt, aren t, arent, never, without, none, nothing, can t, cant, cannot, won t, wont, didn t, didnt, any',
    ),
    want: phrases('i want, i d like, id like, we want, i wish, wanna, i would like, looking for'),
    isit: phrases(
      'is my, are my, are our, is our, did i, did we, have we, has, have i, does my, do my, are all, is everything, are any, is there',
    ),
  },
  timing: words('before during after until till while once'),
  joins: words('but so because then otherwise since though'),
};
