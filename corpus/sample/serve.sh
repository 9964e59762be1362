#!/bin/sh
# Serves the sample sites by nginx on loopback, a virtual host a folder of sites/: SITE.example.
#   corpus/sample/serve.sh start DIR   keeps its files in DIR, prints the port
#   corpus/sample/serve.sh stop DIR
# SITES=FOLDER serves other sites.
set -eu
PATH=$PATH:/usr/sbin
sample=$(cd "$(dirname "$0")" && pwd)
usage() {
	sed -n '2,5s/^# \{0,1\}//p' "$0" >&2
	exit 2
}
[ $# -eq 2 ] || usage
action=$1
dir=$2

write_config() { # write_config PORT
	owner=
	[ "$(id -u)" = 0 ] && owner='user root;'
	cat >"$dir/nginx.conf" <<END
$owner
worker_processes 1;
pid $dir/nginx.pid;
error_log $dir/error.log warn;
events { worker_connections 256; }
http {
	access_log $dir/access.log;
	client_body_temp_path $dir/tmp;
	proxy_temp_path $dir/tmp;
	fastcgi_temp_path $dir/tmp;
	uwsgi_temp_path $dir/tmp;
	scgi_temp_path $dir/tmp;
	types { text/html html; application/xml xml; application/json json; text/plain txt; }
	default_type application/octet-stream;
	charset off;
	etag on;
	gzip on;
	gzip_types application/xml;
	server_tokens off;
	server {
		listen 127.0.0.1:$1 default_server;
		return 404;
	}
	server {
		listen 127.0.0.1:$1;
		server_name ~^(?<site>[a-z0-9-]+)\\.example\$;
		root $sites/\$site;
		index index.html;
	}
}
END
}

start() {
	command -v nginx >/dev/null || {
		echo "serve.sh: nginx is missing; make deps installs it" >&2
		exit 2
	}
	mkdir -p "$dir/tmp"
	dir=$(cd "$dir" && pwd)
	sites=$(cd "${SITES:-$sample/sites}" && pwd)
	port=$((20000 + $$ % 20000))
	tries=0
	while [ "$tries" -lt 20 ]; do
		write_config "$port"
		if nginx -p "$dir" -c "$dir/nginx.conf" -e "$dir/error.log" 2>"$dir/start.log"; then
			echo "$port"
			return
		fi
		grep -q 'Address already in use' "$dir/start.log" "$dir/error.log" || break
		port=$((port + 1))
		tries=$((tries + 1))
	done
	cat "$dir/start.log" >&2
	exit 2
}

stop() {
	[ -f "$dir/nginx.pid" ] || exit 0
	pid=$(cat "$dir/nginx.pid")
	kill "$pid" 2>/dev/null || exit 0
	while kill -0 "$pid" 2>/dev/null; do sleep 0.05; done
}

case $action in
start) start ;;
stop) stop ;;
*) usage ;;
esac
