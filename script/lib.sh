# Shared by the scripts beside it. Each of them starts with:
#   set -eu; cd "$(dirname "$0")/.."; . script/lib.sh; set_up

say() { printf '%s\n' "$*" >&2; }
fail() { say "✗ $*"; exit 1; }

# step <words> <command…>: one line of progress with the seconds it took; the output is shown only when it fails.
step() {
  words=$1
  shift
  printf '· %s … ' "$words" >&2
  began=$(date +%s)
  output=$(mktemp)
  if "$@" >"$output" 2>&1; then
    say "$(($(date +%s) - began)) s"
    rm -f "$output"
  else
    code=$?
    say "failed after $(($(date +%s) - began)) s"
    cat "$output" >&2
    rm -f "$output"
    return "$code"
  fi
}

major_of() { "$1" -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0; }

# The lock is held on package-lock.json itself: the kernel lets go of it with the process, so a killed run leaves nothing behind.
locked() {
  (
    if command -v flock >/dev/null; then
      flock -n 9 || { say '· waiting for another set-up in this folder'; flock 9; }
    fi
    "$@" 9<&-
  ) 9<package-lock.json
}

are_fresh() { [ "$(cat node_modules/.stamp 2>/dev/null)" = "$stamp" ]; }

dependencies() {
  if are_fresh; then return; fi
  # An account without a home of its own (nobody, a service) still needs a place for the npm cache.
  if [ ! -w "${HOME:-/nowhere}" ]; then
    npm_config_cache="${TMPDIR:-/tmp}/npm-cache-$(id -u)"
    export npm_config_cache
  fi
  step 'dependencies from package-lock.json' npm ci --include=dev --include=optional --no-progress
  printf '%s' "$stamp" >node_modules/.stamp
}

# Node 24 comes with the dependencies, as the package of this platform; elsewhere the system's own Node must be new enough.
choose_node() {
  if [ "$(major_of node_modules/.bin/node)" -ge 24 ]; then
    PATH="$PWD/node_modules/.bin:$PATH"
    export PATH
  elif [ "$(major_of node)" -lt 24 ]; then
    fail "没有可用的 Node 24：可选依赖未安装（--omit=optional？），或本平台没有该软件包，请自行安装 Node 24 / No Node 24: the optional dependencies are missing, or this platform has no package; install Node 24 yourself"
  fi
}

# Once for a run: what a script calls is set up already.
set_up() {
  [ -z "${CHUANGCHENG_SET_UP:-}" ] || return 0
  command -v node >/dev/null || fail '需要 Node.js 20 以上 / Node.js 20 or newer is needed'
  command -v npm >/dev/null || fail '需要 npm / npm is needed'
  [ "$(major_of node)" -ge 20 ] || fail "需要 Node.js 20 以上，现在是 $(node -v) / Node.js 20 or newer is needed, this is $(node -v)"
  stamp="$(cksum <package-lock.json) $(uname -sm)"
  are_fresh || locked dependencies
  choose_node
  export CHUANGCHENG_SET_UP=1
}

# Quick when dist is as new as its sources.
build_web() {
  if node script/build.ts --check; then return; fi
  locked step 'web pages' node script/build.ts
}
