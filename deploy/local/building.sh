# Read by up and generate: builds what is missing or older than its sources, in the project $root.
: "${root:?is set by whoever reads this}"

# is_stale <product> <source>...: the product is missing, or a source is newer.
is_stale() {
  product=$root/$1
  shift
  [ ! -f "$product" ] || (cd "$root" && find "$@" -newer "$product") | grep -q .
}

product_of() {
  case "$1" in
  deploy/local) echo deploy/local/target/local-fleet.jar ;;
  *) echo "$1/target/quarkus-app/quarkus-run.jar" ;;
  esac
}

# The launcher needs no contracts.
sources_of() {
  case "$1" in
  deploy/local) echo pom.xml deploy/local/pom.xml deploy/local/src/main ;;
  *) echo "pom.xml contracts/pom.xml contracts/src/main $1/pom.xml $1/src/main" ;;
  esac
}

# build <module>...: those of them that are stale.
build() {
  stale=
  for module in "$@"; do
    # shellcheck disable=SC2046 # Several sources.
    if is_stale "$(product_of "$module")" $(sources_of "$module"); then stale="$stale $module"; fi
  done
  [ -n "$stale" ] || return 0
  for module in $stale; do
    { mkdir -p "$root/$module/target" && [ -w "$root/$module/target" ]; } 2>/dev/null ||
      fail "Cannot write to $root/$module/target as user $(id -un): give that user write permission, or start the fleet from a copy of the project that belongs to them."
  done
  echo "vouchline builds$stale; the first time this takes some minutes"
  began=$(mktemp)
  if ! (cd "$root" && ./mvnw -q -DskipTests -Dspotless.check.skip=true -pl "$(echo "${stale# }" | tr ' ' ',')" -am package); then
    rm -f "$began"
    fail "The build broke, as Maven tells above: mend that and run $0 again."
  fi
  # Sources that changed while Maven was at work are newer than this; so they are built the next time.
  for module in $stale; do touch -r "$began" "$root/$(product_of "$module")"; done
  rm -f "$began"
}
