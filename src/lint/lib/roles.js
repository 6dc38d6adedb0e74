// The closed list of roles, read out of the enum so that it is written down once.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ENUM = 'src/main/java/vn/daihoi/organisation/Role.java';

/** Holds where the Java source isn't at hand, as in a folder with models alone. */
const KNOWN = [
  'CELL_SECRETARY', 'WARD_SECRETARY', 'WARD_DEPUTY', 'WARD_OFFICE', 'RECORDS_CLERK', 'PARTY_BUILDING', 'INSPECTION',
  'PROPAGANDA', 'EDITOR', 'MASS_ORGANISATION', 'POLICE', 'LOGISTICS', 'ARCHIVIST', 'WORKING_GROUP_HEAD',
  'WORKING_GROUP_MEMBER', 'SUPERIOR_OFFICE', 'SUPERIOR_ORGANISATION', 'ADMIN', 'PROCESS_OWNER',
];

export function roles(root) {
  const path = join(root, ENUM);
  return existsSync(path) ? constantsOf(readFileSync(path, 'utf8')) : KNOWN;
}

/** Names of the constants of the first enum in a Java source. */
export function constantsOf(java) {
  const bare = java.replace(/\/\*.*?\*\/|\/\/[^\n]*|"(\\.|[^"\\])*"/gs, '');
  const [, constants] = /\benum\s+\w+[^{]*\{([^;]*)/.exec(withoutArguments(bare));
  return constants.match(/\b[A-Z][A-Z0-9_]*\b/g);
}

function withoutArguments(java) {
  const less = java.replace(/\([^()]*\)/g, '');
  return less === java ? java : withoutArguments(less);
}
