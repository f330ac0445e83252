#!/bin/sh
# The browser tests drive Chromium. On Debian and Ubuntu this installs it where it may; elsewhere it says what to install.
# Without a browser the browser tests are skipped; where ONRECORD_CI is set, that fails them.
for name in chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
echo 'installing Chromium for the browser tests …'
if command -v apt-get >/dev/null 2>&1; then
  if [ "$(id -u)" = 0 ]; then as=; else as='sudo -n'; fi
  export DEBIAN_FRONTEND=noninteractive
  if { $as apt-get update -qq && $as apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1; then
    exit 0
  fi
  echo 'Chromium could not be installed; the browser tests need it: sudo apt-get install chromium' >&2
else
  echo 'The browser tests need Chromium or Chrome on the PATH: install it with the package manager of this system.' >&2
fi
exit 0
