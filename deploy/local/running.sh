# Read by up, down and generate: which process, if any, is the fleet of the folder $here, where they stand?
: "${here:?is set by whoever reads this}"

# The command line of a process; nothing if there is no such process.
command_of() {
  if [ -r "/proc/$1/cmdline" ]; then
    tr '\0' ' ' <"/proc/$1/cmdline"
  else
    ps -ww -o args= -p "$1"
  fi 2>/dev/null
}

# After a reboot the number may belong to anyone, so the command line must name this folder.
is_ours() {
  case "$(command_of "$1")" in
  *"$here"*) return 0 ;;
  *) return 1 ;;
  esac
}

# Prints the launcher's process number, or fails.
fleet_pid() {
  pid=$(cat "$here/target/fleet/fleet.pid" 2>/dev/null) && [ -n "$pid" ] && is_ours "$pid" && echo "$pid"
}
