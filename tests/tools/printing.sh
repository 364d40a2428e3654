# shellcheck shell=bash disable=SC2034,SC2154
# Printers and print services of a test's own, on private ports and in its own folder; sourced after e2e/lib.sh. All
# that it starts is ended with the script.
#   start_printer NAME ARGS...    ippeveprinter; gives $printer (its address) and $received (what it gets comes there)
#   start_service                 a CUPS scheduler, which CUPS_SERVER then names; gives $spool. Queues first:
#   add_queue NAME DEVICE [PPD]   a queue of that scheduler, to be called before it starts
#   add_backend NAME              a program, standard input, that is the printer of the queues for NAME:/
#   job_of FILE                   attributes of the scheduler's only job, as ipptool prints them
PATH=$PATH:/usr/sbin
for program in ippeveprinter dbus-daemon cupsd ipptool; do
    command -v $program >/dev/null || skip "$program is not installed"
done
unset CUPS_SERVER PRINTER LPDEST IPP_PORT CUPS_USER

station=$tmp/station
mkdir -p "$station"
chmod 711 "$tmp" "$station" # the backends of CUPS run as another user
started=()

end_all() {
    local pid
    for pid in ${started[@]+"${started[@]}"}; do
        kill -CONT "$pid" 2>/dev/null || true
        kill "$pid" 2>/dev/null || true
    done
    for pid in ${started[@]+"${started[@]}"}; do
        for _ in $(seq 600); do
            kill -0 "$pid" 2>/dev/null || break
            sleep 0.05
        done
        ! kill -0 "$pid" 2>/dev/null || kill -KILL "$pid"
    done
    chmod -R u+rwx "$tmp" 2>/dev/null
    rm -rf "$tmp"
}
trap end_all EXIT

# Ports of this machine that nobody uses just now.
free_port() {
    python3 -c 'import socket
s = socket.socket(socket.AF_INET6); s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0); s.bind(("::", 0))
print(s.getsockname()[1])'
}

# until_true SENTENCE COMMAND...: within some minutes.
until_true() {
    local sentence=$1
    shift
    for _ in $(seq 4000); do
        ! "$@" >/dev/null 2>&1 || return 0
        sleep 0.05
    done
    for log in "$station"/*.log "$station"/*/log/error; do
        [ ! -s "$log" ] || tail -n 20 "$log" >&2
    done
    fail "$sentence"
}

start_bus() {
    [ ! -S "$station/bus" ] || return 0
    cat >"$station/bus.conf" <<EOF
<busconfig>
  <listen>unix:path=$station/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
EOF
    dbus-daemon --config-file="$station/bus.conf" --nofork --nosyslog >"$station/bus.log" 2>&1 &
    started+=($!)
    until_true 'the bus does not start' test -S "$station/bus"
}

answers() {
    ipptool -T 2 -t "$1" get-printer-attributes.test
}

start_printer() {
    local name=$1 port
    shift
    start_bus
    received=$station/$name
    mkdir "$received"
    # Another test may take the port before the printer does: then once more.
    for _ in 1 2 3; do
        port=$(free_port)
        printer=ipp://localhost:$port/ipp/print
        DBUS_SYSTEM_BUS_ADDRESS=unix:path=$station/bus ippeveprinter -r off -n localhost -p "$port" -d "$received" \
            -k -f application/pdf "$@" "$name" >"$station/$name.log" 2>&1 &
        printer_pid=$!
        started+=("$printer_pid")
        for _ in $(seq 2000); do
            ! answers "$printer" >/dev/null 2>&1 || return 0
            kill -0 $printer_pid 2>/dev/null || break
            sleep 0.05
        done
    done
    sed 's/^/  ippeveprinter: /' "$station/$name.log" >&2
    fail "ippeveprinter does not start"
}

service_folder=$station/service

# The scheduler's programs are Debian's, but for the backends of the test.
make_service_folder() {
    mkdir -p "$service_folder"/{etc/ppd,spool/tmp,cache,state,log,bin}
    [ ! -d "$service_folder/bin/backend" ] || return 0
    ln -s /usr/lib/cups/{daemon,notifier} "$service_folder/bin"
    cp -a /usr/lib/cups/backend "$service_folder/bin"
}

add_backend() {
    make_service_folder
    cat >"$service_folder/bin/backend/$1"
    chmod 755 "$service_folder/bin/backend/$1"
}

add_queue() {
    local name=$1 device=$2 ppd=${3-}
    make_service_folder
    [ -z "$ppd" ] || cp "$ppd" "$service_folder/etc/ppd/$name.ppd"
    printf '<Printer %s>\nInfo %s of the test\nLocation Hall\nDeviceURI %s\nState Idle\nAccepting %s\n</Printer>\n' \
        "$name" "$name" "$device" "${accepting-Yes}" >>"$service_folder/etc/printers.conf"
}

# The first queue is the usual one, unless $usual says no.
start_service() {
    local port
    make_service_folder
    spool=$service_folder/spool
    [ -n "${usual-yes}" ] && [ -e "$service_folder/etc/printers.conf" ] &&
        sed -i '1s/Printer/DefaultPrinter/; 0,/<\/Printer>/s//<\/DefaultPrinter>/' "$service_folder/etc/printers.conf"
    cat >"$service_folder/etc/cups-files.conf" <<EOF
ServerRoot $service_folder/etc
ServerBin $service_folder/bin
RequestRoot $spool
TempDir $spool/tmp
CacheDir $service_folder/cache
StateDir $service_folder/state
AccessLog $service_folder/log/access
ErrorLog $service_folder/log/error
PageLog $service_folder/log/page
FileDevice Yes
EOF
    for _ in 1 2 3; do
        port=$(free_port)
        cat >"$service_folder/etc/cupsd.conf" <<EOF
Listen 127.0.0.1:$port
LogLevel warn
DefaultPaperSize Letter
PreserveJobFiles Yes
PreserveJobHistory ${history-Yes}
Browsing Off
WebInterface No
DefaultAuthType None
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
JobPrivateAccess all
JobPrivateValues none
SubscriptionPrivateAccess all
SubscriptionPrivateValues none
<Limit All>
Order deny,allow
</Limit>
</Policy>
EOF
        cupsd -f -c "$service_folder/etc/cupsd.conf" -s "$service_folder/etc/cups-files.conf" \
            >"$station/service.log" 2>&1 &
        service_pid=$!
        started+=("$service_pid")
        export CUPS_SERVER=127.0.0.1:$port
        for _ in $(seq 2000); do
            ! ipptool -T 2 -t "ipp://$CUPS_SERVER/" get-jobs.test >"$station/ask.log" 2>&1 || return 0
            ! grep -q 'successful-ok\|not-found' "$station/ask.log" || return 0
            kill -0 $service_pid 2>/dev/null || break
            sleep 0.05
        done
    done
    sed 's/^/  cupsd: /' "$station/service.log" >&2
    tail -n 20 "$service_folder/log/error" >&2 || true
    fail 'cupsd does not start'
}

# What the scheduler's job N of a queue has of attributes: NAME VALUE, one a line.
job_of() { # QUEUE N
    cat >"$station/job.test" <<'EOF'
{
    OPERATION Get-Job-Attributes
    GROUP operation-attributes-tag
    ATTR charset attributes-charset utf-8
    ATTR language attributes-natural-language en
    ATTR uri printer-uri $uri
    ATTR integer job-id $job
    STATUS successful-ok
}
EOF
    ipptool -T 5 -tv -d "job=$2" "ipp://$CUPS_SERVER/printers/$1" "$station/job.test" |
        sed -nE 's/^ +([a-z-]+) \([^)]*\) = (.*)/\1 \2/p'
}

# has_attribute FILE NAME VALUE; VALUE - for none.
has_attribute() {
    local found
    found=$(sed -n "s/^$2 //p" "$1" | sort -u)
    [ "${found:--}" = "$3" ] || fail "$2 is '$found' and not '$3'"
}
