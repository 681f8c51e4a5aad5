import type { WireRequest } from '../../model/event.ts';
import { bodyText } from './requestBody.ts';
import { replaceInPieces, shellWord } from './shellWord.ts';

const HEAD = `set -euo pipefail
: "\${VAULT_URL:?Set it to the base URL of the vault, such as https://myvault.vault.azure.net}"
base=\${VAULT_URL%/}
TOKEN=\${TOKEN:-none}
NAME_SUFFIX=\${NAME_SUFFIX--$(date +%s)-$$}

step() { printf '\\n%s\\n' "$1"; }
said() { printf '   %s\\n' "$@"; }
`;

const CALL = `# Makes a call and prints what came: METHOD PATH BODY HEADER...
call() {
  local method=$1 path=$2 body=$3 header
  shift 3
  local options=(--silent --show-error --globoff --path-as-is --max-time 60 --request "$method")
  for header in "$@"; do options+=(--header "$header"); done
  if [[ -n $body ]]; then options+=(--data-binary @-); fi
  printf '   %s %s\\n' "$method" "$path"
  # shellcheck disable=SC2086 # CURL_OPTIONS are several words.
  reply=$(printf '%s' "$body" | curl "\${options[@]}" \${CURL_OPTIONS:-} \\
    --header @<(printf 'Authorization: Bearer %s\\n' "$TOKEN") \\
    --write-out '\\n%{http_code}' --url "$base$path")
  printf '   HTTP %s %s\\n' "\${reply##*$'\\n'}" "\${reply%$'\\n'*}"
}
`;

const TAKE = `# The first text of that name in the last reply.
field() {
  tr -d '\\n' <<<"$reply" | grep -o "\\"$1\\" *: *\\"[^\\"]*\\"" | sed -n '1p' |
    sed -e 's/^[^:]*: *"//' -e 's/"$//' -e 's/\\\\u0026/\\&/g' -e 's/\\\\u002[bB]/+/g' -e 's/\\\\u003[dD]/=/g' -e 's#\\\\/#/#g'
}
# The version that the last reply created.
version() { local id; id=$(field id); id=\${id:-$(field kid)}; printf '%s' "\${id##*/}"; }
# Path and query of the next page that the last reply names.
next_path() { local link; link=$(field nextLink); link=\${link#*://}; printf '/%s' "\${link#*/}"; }
`;

const NO_CLOCK = `# Moves the target's time on: SECONDS. Fill in what your target needs for it.
advance_clock() {
  if (($1 <= 600)); then sleep "$1"; return; fi
  echo "Fill in advance_clock in this script: time must move on by $1 seconds here." >&2
  exit 3
}
`;

/** The function that moves time on, by the request that the target has for it. */
function clockFunction(advance: WireRequest): string {
  const { origin, path } = /^(?<origin>[a-z]+:\/\/[^/?]+)?(?<path>.*)$/is.exec(advance.url)?.groups ?? {};
  const word = (text: string): string => shellWord(...replaceInPieces([text], '{seconds}', '1'));
  const body = bodyText(advance).replace('"{seconds}"', '{seconds}');
  const headers = body === '' ? '' : ` ${shellWord('content-type: application/json')}`;
  const base = origin === undefined ? '"$VAULT_URL"' : shellWord(origin);
  return `# Moves the target's time on: SECONDS.
advance_clock() {
  local base=\${CLOCK_URL:-$default_clock_url}
  call ${shellWord(advance.method)} ${word(path ?? '')} ${word(body)}${headers}
}
default_clock_url=${base}
`;
}

/** What a script needs beside its calls. */
export interface Needs {
  /** Whether calls take something from earlier replies. */
  readonly carries: boolean;
  /** Whether time is moved on. */
  readonly clock: boolean;
  /** The target's request for that, where it has one. */
  readonly advance?: WireRequest;
}

/** The functions that the calls of a script use. */
export function scriptPrelude(needs: Needs): string {
  const clock = needs.advance === undefined ? NO_CLOCK : clockFunction(needs.advance);
  return HEAD + CALL + (needs.carries ? TAKE : '') + (needs.clock ? clock : '');
}
