import { plainDateIn, plainTimeIn } from '@planwright/schema/time';
import { type AccountLetter, bindToken, linkPage, linkPath, readLetters } from '../../access/index.js';
import type { Database, Sql } from '../../database/index.js';
import type { Keyring } from '../../secrets/index.js';
import { say } from '../generated/messages.js';
import type { Notice, NoticeSource, NoticeWords } from '../notices/notice.js';
import { letterToken } from './letter-token.js';

export const ACCOUNT_NOTICES = 'account';

/** What owners are told about their accounts. What is kept of a message holds no token: that is put in when its bytes leave. */
export class AccountNotices implements NoticeSource {
  constructor(
    private readonly database: Pick<Database, 'work'>,
    private readonly keyring: Pick<Keyring, 'keys'>,
  ) {}

  async addresses(sql: Sql, notices: readonly Notice[]): Promise<Map<string, string>> {
    const letters = await lettersOf(sql, notices);
    return new Map([...letters].map(([id, { address }]) => [id, address]));
  }

  async words(sql: Sql, notices: readonly Notice[]): Promise<Map<string, NoticeWords>> {
    const letters = await lettersOf(sql, notices);
    return new Map([...letters].flatMap(([id, letter]) => (letter.needed ? [[id, wordsOf(letter)] as const] : [])));
  }

  outsideLink(deliveryKey: string, { subjectId }: Notice): Promise<string | undefined> {
    return this.database.work(async (sql) => {
      const [letter] = await readLetters(sql, [subjectId]);
      if (!letter?.linkId) return undefined;
      const token = await letterToken(this.keyring, letter.linkId, deliveryKey);
      const purpose = await bindToken(sql, letter.linkId, token);
      return purpose && linkPath(purpose, token);
    });
  }
}

/** The letter that each notice tells, by the notice's id. */
async function lettersOf(sql: Sql, notices: readonly Notice[]): Promise<Map<string, AccountLetter>> {
  const letters = await readLetters(
    sql,
    notices.map(({ subjectId }) => subjectId),
  );
  return new Map(
    notices.flatMap(({ id, subjectId }) => {
      const letter = letters.find((one) => one.id === subjectId);
      return letter ? [[id, letter] as const] : [];
    }),
  );
}

/** A name is no markup. */
const plain = (name: string): string => name.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');

/** Only the recipient need know of it; that somebody was invited is no secret of theirs. */
function wordsOf(letter: AccountLetter): NoticeWords {
  const { kind, timeZone } = letter;
  const company = plain(letter.company);
  const moment = (at: string) => `${plainDateIn(at, timeZone)} ${plainTimeIn(at, timeZone)}`;
  const until = moment(letter.expiresAt);
  const said = { company, at: moment(letter.at) };
  switch (kind) {
    case 'INVITATION':
      return {
        title: say('letters.INVITATION.title', { company: letter.company }),
        text: say('letters.INVITATION.text', { company, until }),
        link: linkPage(kind),
        private: false,
      };
    case 'RESET':
      return {
        title: say('letters.RESET.title'),
        text: say('letters.RESET.text', { company, until }),
        link: linkPage(kind),
        private: true,
      };
    case 'PASSWORD_CHANGED':
    case 'ADDRESS_CHANGED':
    case 'SECOND_FACTOR_CHANGED':
    case 'PROVIDER_LINKED':
    case 'EMERGENCY_SIGN_IN':
      return {
        title: say(`letters.${kind}.title`),
        text: say(`letters.${kind}.text`, said),
        link: '/',
        private: true,
      };
    default:
      return kind satisfies never;
  }
}
