#!/bin/sh
# Make sure that the browser tests find a Chromium and fonts with Chinese in them.
# usage: chromium.sh PYTHON   (the interpreter that has Playwright)
# Tries what is there, then Debian's packages (as root), then Playwright's own download; when all
# fail, says so loudly and exits with 0: under CI=true the tests themselves then fail.

python=$1

has_chromium() {
    "$python" tests/chromium.py >/dev/null 2>&1
}

has_fonts() {
    ! command -v fc-list >/dev/null || [ -n "$(fc-list :lang=zh family)" ]
}

install_from_debian() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    echo "Installing for the browser tests: $*"
    apt="apt-get -qq -o DPkg::Lock::Timeout=600"
    export DEBIAN_FRONTEND=noninteractive
    $apt update </dev/null >/dev/null 2>&1
    $apt install -y --no-install-recommends "$@" </dev/null >/dev/null
}

# libatomic1 is for Playwright's own node, which a bare machine cannot start without.
has_chromium || install_from_debian chromium libatomic1 fontconfig fonts-noto-cjk
has_chromium || "$python" -m playwright install chromium </dev/null
has_fonts || install_from_debian fontconfig fonts-noto-cjk

if ! has_chromium; then
    echo "==========================================================================="
    echo "NO CHROMIUM: the browser tests cannot run. Install one (Debian: apt-get"
    echo "install chromium fonts-noto-cjk) or name one with CHROMIUM=/path/to/chromium."
    echo "==========================================================================="
fi
has_fonts || echo "No Chinese font was found: pages in the browser tests show boxes."
exit 0
