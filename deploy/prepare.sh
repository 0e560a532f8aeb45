#!/bin/sh
# Makes the folders and secrets that docker-compose.yml names. What is there already is left as it is.
#   deploy/prepare.sh
# MARQUEE_DIR, PUID and PGID come from the environment or from .env; as root the files are given to PUID:PGID, who
# runs the containers.
set -eu
umask 077

setting() { if [ -f .env ]; then sed -n "s/^$1=//p" .env | tail -n 1; fi; }
folder=${MARQUEE_DIR:-$(setting MARQUEE_DIR)}
folder=${folder:-./data/stack}
owner=${PUID:-$(setting PUID)}
group=${PGID:-$(setting PGID)}
secrets=$folder/secrets

random() { od -An -N32 -tx1 /dev/urandom | tr -d ' \n'; }

parts='secrets gateway config renderer rabbitmq acme certs kometa kometa-program'
mkdir -p "$folder"
for part in $parts; do mkdir -p "$folder/$part"; done
for key in data_key service_key; do
  if [ ! -e "$secrets/$key" ]; then random > "$secrets/$key"; fi
done
if [ ! -e "$secrets/rabbitmq.conf" ]; then
  password=$(random)
  printf 'amqp://marquee:%s@rabbitmq:5672' "$password" > "$secrets/rabbitmq_url"
  # The watermark leaves room below the container's limit.
  printf 'default_user = marquee\ndefault_pass = %s\nvm_memory_high_watermark.absolute = 300MB\n' "$password" \
    > "$secrets/rabbitmq.conf"
fi
if [ ! -e "$secrets/redis.conf" ]; then
  password=$(random)
  printf 'redis://:%s@redis:6379' "$password" > "$secrets/redis_url"
  printf 'requirepass %s\n' "$password" > "$secrets/redis.conf"
fi
if [ "$(id -u)" = 0 ]; then
  for part in $parts; do chown -R "${owner:-1000}:${group:-1000}" "$folder/$part"; done
fi
echo "Ready: $folder"
