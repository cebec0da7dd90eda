#!/bin/sh
# Run in namespaces of its own (network, mounts), as root of them: a computer with a loopback, a private endpoint, the address where managed
# identities find their tokens, and no way out. $1: what stands in for /etc/hosts; then the command to run there.
set -eu
ip link set lo up
for address in 10.77.0.4 10.77.0.5 10.77.0.6 10.77.0.7 10.77.0.8 169.254.169.254; do ip address add "$address/32" dev lo; done
mount --bind "$1" /etc/hosts
mount --bind /dev/null /etc/resolv.conf
shift
exec "$@"
