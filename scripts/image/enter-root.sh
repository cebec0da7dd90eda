#!/bin/sh
# Run with mounts of its own, as root of them: $1 becomes the root file system, read-only, with $2 as its folder of data; then the command, as the account $3.
set -eu
mount --bind "$1" "$1"
mount --rbind /dev "$1/dev"
mount -t proc proc "$1/proc"
mount --bind "$2" "$1/data"
mount -o remount,bind,ro "$1"
folder=$1
account=$3
shift 3
exec chroot --userspec="$account:$account" "$folder" "$@"
