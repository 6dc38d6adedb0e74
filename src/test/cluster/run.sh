#!/usr/bin/env bash
# Runs what docker-compose.yml describes as plain processes on 127.0.0.1: PostgreSQL, two nodes of the packaged jar that
# start at the same moment on an empty database, and nginx with the very configuration of the compose file. Then works
# on both nodes with one login, stops one of them, and goes on.
#
#   mvn -B -DskipTests package && src/test/cluster/run.sh [accounts]
#
# With the word accounts only the second half runs, the one with the demo's accounts.
# Needs PostgreSQL's server programs, nginx, curl and openssl (Debian: apt-get install postgresql nginx-light curl
# openssl); run as root it fetches what is missing. The system's own services are neither used nor touched.
set -uo pipefail
cd "$(dirname "$0")/../../.." || exit 2

ADMIN=quantri.dautien
ADMIN_PASSWORD="Dau-tien-$$-$RANDOM$RANDOM"
DB_PASSWORD="db-$$-$RANDOM$RANDOM$RANDOM"
START_SECONDS=240

passed=0
failed=0
pid_a=
pid_b=
nginx_started=
database_started=
work=
task=

# ---------------------------------------------------------------- tools

say() { printf '%s\n' "$*"; }

die() {
    say "$*" >&2
    exit 2
}

# check WORDS COMMAND…: one line for what the command finds
check() {
    local words=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
        say "ok    $words"
    else
        failed=$((failed + 1))
        say "FAIL  $words"
    fi
}

# eventually SECONDS COMMAND…: whether the command succeeds before the time is up
eventually() {
    local until=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS < until)) || return 1
        sleep 0.3
    done
}

is() { [[ $1 == "$2" ]] || { say "      expected '$2', found '$1'" && false; }; }

contains() { [[ $1 == *"$2"* ]] || { say "      '$2' is not in '${1:0:300}'" && false; }; }

lacks() { [[ $1 != *"$2"* ]] || { say "      '$2' is in '${1:0:300}'" && false; }; }

free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 20000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
    done
    printf '%s' "$port"
}

# PostgreSQL refuses to run as root
as_server() {
    if ((EUID == 0)); then
        (cd / && runuser -u nobody -- "$@")
    else
        "$@"
    fi
}

gone() { ! kill -0 "$1" 2>/dev/null; }

cleanup() {
    local status=$? pid
    trap - EXIT INT TERM
    for pid in $pid_a $pid_b; do
        kill -9 "$pid" 2>/dev/null
        wait "$pid" 2>/dev/null
    done
    stop_proxy
    stop_database
    if [[ -n $work && $work != "$PWD"/* ]]; then
        rm -rf "$work"
    fi
    exit "$status"
}

# ---------------------------------------------------------------- the parts

find_tools() {
    local missing=()
    postgres_bin=$(find /usr/lib/postgresql -maxdepth 3 -name initdb -printf '%h\n' 2>/dev/null | sort -V | tail -n 1)
    [[ -n $postgres_bin ]] || missing+=(postgresql)
    [[ -x /usr/sbin/nginx ]] || missing+=(nginx-light)
    command -v curl >/dev/null || missing+=(curl)
    command -v openssl >/dev/null || missing+=(openssl)
    if ((${#missing[@]})); then
        ((EUID == 0)) || die "Missing: ${missing[*]}"
        # the packages would start services that nobody asked for
        export RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive
        apt-get update -qq && apt-get install -y -qq "${missing[@]}" >/dev/null || die "Can't install ${missing[*]}"
        postgres_bin=$(find /usr/lib/postgresql -maxdepth 3 -name initdb -printf '%h\n' | sort -V | tail -n 1)
    fi
    jar=$(find target -maxdepth 1 -name 'daihoi-*.jar' ! -name '*-sources.jar' 2>/dev/null | head -n 1)
    [[ -n $jar ]] || die "There is no target/daihoi-*.jar: run mvn -B -DskipTests package first"
}

# the content of one entry of the compose file's configs, as a container would find it
compose_config() {
    awk -v name="  $1:" '
        /^configs:/ { configs = 1; next }
        !configs { next }
        $0 == name { mine = 1; next }
        /^  [^ ]/ { mine = 0 }
        mine && /^    content: \|/ { next }
        mine { sub(/^      /, ""); gsub(/\$\$/, "$"); print }
    ' docker-compose.yml
}

start_database() {
    rm -rf "$work/db"
    printf '%s' "$DB_PASSWORD" >"$work/password"
    chmod 644 "$work/password"
    as_server "$postgres_bin/initdb" --pgdata="$work/db" --username=postgres --pwfile="$work/password" \
        --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 >"$logs/initdb.log" 2>&1 || die "initdb failed, see $logs"
    rm "$work/password"
    as_server "$postgres_bin/pg_ctl" start --wait --silent --pgdata="$work/db" --log="$work/db.log" \
        -o "-c port=$db_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=''" || die "PostgreSQL didn't start"
    database_started=yes
    compose_config first-start >"$work/first-start.sh"
    PGHOST=127.0.0.1 PGPORT=$db_port PGPASSWORD=$DB_PASSWORD POSTGRES_PASSWORD=$DB_PASSWORD \
        bash -e "$work/first-start.sh" >"$logs/first-start.log" 2>&1 || die "The first-start script failed, see $logs"
}

stop_database() {
    [[ -n $database_started ]] || return 0
    as_server "$postgres_bin/pg_ctl" stop --wait --silent --mode=immediate --pgdata="$work/db"
    database_started=
}

sql() {
    PGPASSWORD=$DB_PASSWORD psql --host=127.0.0.1 --port="$db_port" --username=daihoi --dbname=daihoi \
        --tuples-only --no-align --command="$1"
}

# start_node NAME PORT DEMO: sets started to the process
start_node() {
    SPRING_DATASOURCE_URL="jdbc:postgresql://127.0.0.1:$db_port/daihoi" SPRING_DATASOURCE_USERNAME=daihoi \
        SPRING_DATASOURCE_PASSWORD=$DB_PASSWORD SERVER_ADDRESS=127.0.0.1 SERVER_PORT=$2 DAIHOI_DEMO=$3 \
        DAIHOI_ADMIN_USER=$ADMIN DAIHOI_ADMIN_PASSWORD=$ADMIN_PASSWORD \
        java -Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$jar" </dev/null >>"$logs/$run-$1.log" 2>&1 &
    started=$!
}

ready() { curl --silent --fail --max-time 5 --output /dev/null "http://127.0.0.1:$1/actuator/health/readiness"; }

ready_or_gone() { ready "$1" || gone "$2"; }

start_nodes() {
    start_node a "$port_a" "$1"
    pid_a=$started
    start_node b "$port_b" "$1"
    pid_b=$started
    eventually $START_SECONDS ready_or_gone "$port_a" "$pid_a"
    eventually $START_SECONDS ready_or_gone "$port_b" "$pid_b"
}

start_proxy() {
    # names of containers and their paths become those of here; nothing else differs
    compose_config proxy | sed \
        -e "s|node-a:8080 resolve|127.0.0.1:$port_a|" -e "s|node-b:8080 resolve|127.0.0.1:$port_b|" \
        -e "s|listen 8080;|listen 127.0.0.1:$http_port;|" -e "s|listen 8443 ssl;|listen 127.0.0.1:$https_port ssl;|" \
        -e "s|listen 127.0.0.1:8081;|listen 127.0.0.1:$health_port;|" \
        -e '/^ *resolver /d' -e '/^user /d' -e "s| /tmp/| $work/nginx/|" -e "s|/run/secrets/|$work/|" \
        -e "s|/dev/stdout|$work/nginx/access.log|" >"$work/nginx.conf"
    mkdir -p "$work/nginx"
    ((EUID != 0)) || chown nobody "$work/nginx"
    as_server /usr/sbin/nginx -e stderr -c "$work/nginx.conf" >"$logs/$run-nginx.log" 2>&1 \
        || die "nginx didn't start: $(cat "$logs/$run-nginx.log")"
    nginx_started=yes
    eventually 20 curl --silent --fail --output /dev/null "http://127.0.0.1:$health_port/" \
        || die "The proxy doesn't answer"
}

stop_proxy() {
    [[ -n $nginx_started ]] || return 0
    kill "$(cat "$work/nginx/nginx.pid")" 2>/dev/null
    cp "$work/nginx/access.log" "$logs/$run-access.log" 2>/dev/null
    nginx_started=
}

stop_nodes() {
    local pid
    for pid in $pid_a $pid_b; do
        kill "$pid" 2>/dev/null
    done
    for pid in $pid_a $pid_b; do
        eventually 60 gone "$pid" || kill -9 "$pid"
        wait "$pid" 2>/dev/null
    done
    pid_a=
    pid_b=
}

# ---------------------------------------------------------------- a person at a browser

# request JAR METHOD URL [BODY]: sets status and body; JAR keeps the cookies of one person
request() {
    local jar=$1 method=$2 url=$3 arguments=()
    if [[ $method != GET ]]; then
        arguments+=(--header "X-XSRF-TOKEN: $(awk '$6 == "XSRF-TOKEN" { print $7 }' "$jar" | tail -n 1)")
        arguments+=(--header 'Content-Type: application/json' --data "${4:-{\}}")
    fi
    body=$(curl --silent --max-time 60 --cacert "$work/tls_certificate" --cookie "$jar" --cookie-jar "$jar" \
        --request "$method" --write-out '\n%{http_code}' "${arguments[@]}" "$url")
    status=${body##*$'\n'}
    body=${body%$'\n'*}
}

# answers JAR METHOD URL STATUS [BODY]
answers() {
    request "$1" "$2" "$3" "${5-}"
    [[ $status == "$4" ]] || { say "      $2 ${3#*//}: expected $4, got $status: ${body:0:300}" && false; }
}

# login JAR BASE USER PASSWORD
login() {
    local jar=$1 base=$2 token to
    rm -f "$jar"
    request "$jar" GET "$base/dang-nhap"
    token=$(grep -o '<input[^>]*name="_csrf"[^>]*>' <<<"$body" | sed 's/.*value="\([^"]*\)".*/\1/' | head -n 1)
    to=$(curl --silent --max-time 60 --cacert "$work/tls_certificate" --cookie "$jar" --cookie-jar "$jar" \
        --output /dev/null --write-out '%{http_code} %{redirect_url}' --data-urlencode "username=$3" \
        --data-urlencode "password=$4" --data-urlencode "_csrf=$token" "$base/dang-nhap")
    [[ $to == 302* && $to != *dang-nhap* ]] || { say "      sign-in of $3 ended at '$to'" && false; }
}

refused_login() { ! login "$@" >/dev/null; }

engine=/camunda/api/engine/engine/default

# the id in the first object of a JSON list whose taskDefinitionKey is the given one
open_task() { # JAR BASE INSTANCE-OR-EMPTY ELEMENT
    local query="taskDefinitionKey=$4"
    [[ -z $3 ]] || query="$query&processInstanceId=$3"
    request "$1" GET "$2$engine/task?$query&sortBy=created&sortOrder=asc&maxResults=10"
    [[ $status == 200 ]] || return 1
    task=$(grep -o '"id":"[^"]*"' <<<"$body" | head -n 1 | cut -d'"' -f4)
    [[ -n $task ]]
}

count_tasks() { # JAR BASE ELEMENT NUMBER
    request "$1" POST "$2$engine/task/count" "{\"taskDefinitionKey\":\"$3\"}"
    [[ $body == "{\"count\":$4}" ]]
}

day() { TZ=Asia/Ho_Chi_Minh date --date="$1" +%F; }

# ---------------------------------------------------------------- the runs

one_of_each() {
    is "$(sql "select coalesce(max(n), 0) from (select count(*) n from act_re_deployment group by name_) d")" 1 \
        && is "$(sql "select max(version_) from act_re_procdef")" 1 \
        && is "$(sql "select count(*) from flyway_schema_history where not success")" 0 \
        && is "$(sql "select coalesce(max(n), 0) from (select count(*) n from act_ru_filter group by name_) f")" 1
}

keeps_answering() { # JAR URL TIMES
    local i
    for ((i = 0; i < $3; i++)); do
        answers "$1" GET "$2" 200 || return 1
    done
}

run_for_real() {
    run=real
    say "-- demo off, first administrator from the environment"
    start_database
    start_nodes false
    check "node A comes up on the empty database" ready "$port_a"
    check "node B, started at the same moment, comes up too" ready "$port_b"
    check "migrations, deployments and filters are there once" one_of_each
    start_proxy

    local admin="$work/admin"
    check "no demo account lets anybody in" refused_login "$work/demo" "$node_a" vanphong.dm demo
    check "the administrator signs in through the proxy" login "$admin" "$proxy" "$ADMIN" "$ADMIN_PASSWORD"
    check "behind TLS the session cookie is for TLS only" \
        is "$(awk '$6 == "daihoi" { print $4 }' "$admin")" TRUE
    check "the administrator opens the home page through the proxy" answers "$admin" GET "$proxy/" 200
    check "and the organisation page" answers "$admin" GET "$proxy/to-chuc" 200
    check "and Camunda Admin with the same session" answers "$admin" GET "$proxy/camunda/app/admin/default/" 200
    check "plain HTTP is sent to TLS" \
        contains "$(curl --silent --head "http://127.0.0.1:$http_port/")" "308"
    local claims=(--header 'X-Forwarded-Host: elsewhere.example' --header 'X-Forwarded-Prefix: /elsewhere'
        --header 'Forwarded: host=elsewhere.example;proto=http')
    check "what a caller claims about its host counts for nothing" \
        lacks "$(curl --silent --head --cacert "$work/tls_certificate" "${claims[@]}" "$proxy/")" elsewhere
    check "the nodes' health is not for the outside" answers "$work/nobody" GET "$proxy/actuator/health" 404

    kill -TERM "$pid_a"
    check "nothing is lost while node A is stopped in order (SIGTERM)" keeps_answering "$admin" "$proxy/" 40
    check "node A ends by itself" eventually 60 gone "$pid_a"
    wait "$pid_a" 2>/dev/null
    pid_a=
    check "the administrator goes on through the proxy without a new sign-in" answers "$admin" GET "$proxy/" 200
    stop_nodes
    stop_proxy
    stop_database
}

run_with_accounts() {
    run=demo
    say "-- the demo's accounts, to do real work with"
    start_database
    start_nodes true
    check "node A comes up on the empty database" ready "$port_a"
    check "node B, started at the same moment, comes up too" ready "$port_b"
    check "migrations, deployments and filters are there once" one_of_each
    start_proxy

    local office="$work/office" secretary="$work/secretary" cell="$work/cell" instance
    check "the ward office signs in on node A" login "$office" "$node_a" vanphong.mau demo
    check "the same session opens the home page on node B" answers "$office" GET "$node_b/" 200
    check "the same session and token call Tasklist's interface on node B" \
        answers "$office" POST "$node_b$engine/task/count" 200 '{}'
    check "the ward office starts a congress on node B" answers "$office" POST \
        "$node_b$engine/process-definition/key/congressPreparation/submit-form" 200 \
        '{"variables":{"term":{"value":"2025–2030"}}}'
    instance=$(grep -o '"id":"[^"]*"' <<<"$body" | head -n 1 | cut -d'"' -f4)
    check "its first task is seen on node A" eventually 20 open_task "$office" "$node_a" "$instance" UserTask_PlanCongress
    check "claimed on node A" answers "$office" POST "$node_a$engine/task/$task/claim" 204 '{"userId":"vanphong.mau"}'
    check "completed on node B" answers "$office" POST "$node_b$engine/task/$task/submit-form" 204 \
        "{\"variables\":{\"openingDate\":{\"value\":\"$(day '+90 days')\"},\"closingDate\":{\"value\":\"$(day '+91 days')\"},\"venue\":{\"value\":\"Hội trường phường\"},\"contents\":{\"value\":\"FOUR\"},\"ruleSet\":{\"value\":\"CT45-2025\"},\"note\":{\"value\":null}}}"

    check "the ward secretary signs in on node B" login "$secretary" "$node_b" bithu.mau demo
    check "the next task is there" eventually 30 open_task "$secretary" "$node_a" "$instance" UserTask_ApprovePlan
    check "claimed on node A" answers "$secretary" POST "$node_a$engine/task/$task/claim" 204 '{"userId":"bithu.mau"}'

    kill -KILL "$pid_a"
    wait "$pid_a" 2>/dev/null
    pid_a=
    check "node A killed (SIGKILL): the secretary completes through the proxy without a new sign-in" \
        answers "$secretary" POST "$proxy$engine/task/$task/submit-form" 204 \
        '{"variables":{"decision":{"value":"APPROVE"},"reason":{"value":null}}}'
    check "jobs go on: ten cells are at work" \
        eventually 60 count_tasks "$secretary" "$proxy" UserTask_PlanCellCongress 10
    check "the ward office's session lives on too" keeps_answering "$office" "$proxy/" 10
    check "its home page counts the cells" contains "$body" "/10"

    start_node a "$port_a" true
    pid_a=$started
    check "node A comes back" eventually $START_SECONDS ready "$port_a"
    check "a cell secretary signs in on node B" login "$cell" "$node_b" chibo01.mau demo
    check "sees the one task of the cell on node A" eventually 20 open_task "$cell" "$node_a" "" UserTask_PlanCellCongress
    check "claims it on node B" answers "$cell" POST "$node_b$engine/task/$task/claim" 204 '{"userId":"chibo01.mau"}'
    check "completes it on node A" answers "$cell" POST "$node_a$engine/task/$task/submit-form" 204 \
        "{\"variables\":{\"plannedDate\":{\"value\":\"$(day '+7 days')\"},\"venue\":{\"value\":\"Nhà văn hóa\"},\"note\":{\"value\":null}}}"
    check "and the plan reaches the ward office" \
        eventually 30 open_task "$office" "$proxy" "" UserTask_ClearCellPlan
    check "no job failed" is "$(sql "select count(*) from act_ru_incident")" 0
    stop_nodes
    stop_proxy
    stop_database
}

# ---------------------------------------------------------------- go

trap cleanup EXIT
trap 'exit 130' INT TERM
find_tools
logs=$PWD/target/cluster
rm -rf "$logs"
mkdir -p "$logs"
work=$logs/run
mkdir "$work"
# a clone in a closed home folder is out of reach for the user that runs the database
if ((EUID == 0)); then
    if ! as_server test -x "$work"; then
        work=$(mktemp -d)
        chmod 755 "$work"
    fi
    chown nobody "$work"
fi
db_port=$(free_port)
port_a=$(free_port)
port_b=$(free_port)
http_port=$(free_port)
https_port=$(free_port)
health_port=$(free_port)
node_a=http://127.0.0.1:$port_a
node_b=http://127.0.0.1:$port_b
proxy=https://127.0.0.1:$https_port
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 \
    -keyout "$work/tls_key" -out "$work/tls_certificate" 2>/dev/null || die "openssl made no certificate"
chmod 644 "$work/tls_key"

[[ ${1-} == accounts ]] || run_for_real
run_with_accounts

say "Logs are in target/cluster"
say "$passed passed, $failed failed"
((failed == 0))
