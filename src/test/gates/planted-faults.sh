#!/usr/bin/env bash
# Shows that every gate of `mvn verify` catches what it is for: copies the tree, plants one fault at a time, runs the
# phase or test that is to catch it, offline, and expects it to fail with the right words.
#
#   src/test/gates/planted-faults.sh [WORDS]     only the gates whose name contains WORDS
#
# To add a gate, add a line to the list at the end.
set -uo pipefail
cd "$(dirname "$0")/../../.." || exit 2

only=${1-}
home=$PWD
tree=$home/target/planted-faults/tree
log=$home/target/planted-faults/last.log
java=src/main/java/vn/daihoi
passed=0
failed=0
file=
new=
kept=

fail_hard() {
    echo "$*" >&2
    exit 2
}

# ---------------------------------------------------------------- ways to plant

# create FILE: the content comes from standard input
create() {
    file=$1
    new=yes
    [[ ! -e $tree/$file ]] || fail_hard "$file is there already"
    mkdir -p "$(dirname "$tree/$file")"
    cat >"$tree/$file"
}

# change FILE SED-EXPRESSION: an expression that changes nothing plants nothing, and that is a mistake of this script
change() {
    file=$1
    new=
    kept=$(mktemp)
    cp -p "$tree/$file" "$kept"
    sed -E -i "$2" "$tree/$file"
    ! cmp -s "$kept" "$tree/$file" || fail_hard "'$2' changes nothing in $file"
}

pull_out() {
    if [[ $new ]]; then
        rm "$tree/$file"
    else
        cp -p "$kept" "$tree/$file"
        rm "$kept"
        # younger than what was made from the planted file, so that it is made anew
        touch "$tree/$file"
    fi
}

# class PACKAGE BODY: a class of that package, in the main sources
class() {
    local package=${1//.//}
    create "src/main/java/vn/daihoi/$package/Planted.java" <<<"package vn.daihoi.$1;

/** Planted. */
$2"
}

# ---------------------------------------------------------------- what is to catch it

maven() {
    (cd "$tree" && mvn -B -ntp -o "$@") >"$log" 2>&1
}

formatting() { maven validate; }

compiling() { maven -Dspotless.check.skip=true compile; }

testing() { maven -Dspotless.check.skip=true -Dtest="$1" test; }

# fault NAME EXPECTED-WORDS COMMAND -- PLANT…
fault() {
    local name=$1 words=$2 gate=$3 began=$SECONDS verdict
    shift 4
    [[ $name == *"$only"* ]] || return 0
    "$@"
    if $gate; then
        verdict="NOT CAUGHT"
    elif grep -qF -- "$words" "$log"; then
        verdict=caught
    else
        verdict="failed for another reason"
    fi
    pull_out
    if [[ $verdict == caught ]]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        cp "$log" "$home/target/planted-faults/${name//[ :]/-}.log"
    fi
    printf '%-52s %-28s %3d s\n' "$name" "$verdict" $((SECONDS - began))
}

# ---------------------------------------------------------------- the tree

rm -rf "$tree"
mkdir -p "$tree"
git ls-files --cached --others --exclude-standard -z | while IFS= read -r -d '' path; do
    [[ ! -e $path ]] || printf '%s\0' "$path"
done | tar --null --files-from=- --create | tar --extract --directory="$tree"
# the lint tools as installed here
[[ ! -d src/lint/node_modules ]] || cp -al src/lint/node_modules "$tree/src/lint/node_modules"

printf '%-52s %-28s %s\n' "fault" "verdict" "time"
testing 'ArchitectureTest,ModularityTest' || fail_hard "The tree fails without any fault, see $log"

# ---------------------------------------------------------------- the list

fault "formatter: crooked line" "format violations" formatting -- \
    change $java/DaihoiApplication.java 's/^    public static/  public  static/'

fault "Error Prone: result thrown away" "[ReturnValueIgnored]" compiling -- \
    class engine 'final class Planted { void run(String text) { text.strip(); } }'
fault "NullAway: null where none may be" "[NullAway]" compiling -- \
    class engine 'final class Planted { String run() { return null; } }'

fault "modules: into another's insides" "non-exposed type" "testing ModularityTest" -- \
    class organisation 'final class Planted { vn.daihoi.engine.web.RefusalMapper mapper = new vn.daihoi.engine.web.RefusalMapper(); }'
fault "modules: upwards" "audit uses organisation" "testing ModularityTest" -- \
    class audit 'final class Planted { vn.daihoi.organisation.Role role = vn.daihoi.organisation.Role.ADMIN; }'
fault "modules: one without a floor" "everyModuleHasAFloor" "testing ModularityTest" -- \
    class planted 'public final class Planted {}'

architecture="testing ArchitectureTest"
fault "architecture: engine in a business class" "these few places are all" "$architecture" -- \
    class organisation 'record Planted(org.camunda.bpm.engine.TaskService tasks) {}'
fault "architecture: the engine's insides" "one module alone answers for them" "$architecture" -- \
    class access 'record Planted(org.camunda.bpm.engine.impl.TaskServiceImpl tasks) {}'
fault "architecture: injected field" "what a class needs stands in its constructor" "$architecture" -- \
    class organisation 'class Planted { @org.springframework.beans.factory.annotation.Autowired java.time.Clock clock = java.time.Clock.systemUTC(); }'
fault "architecture: java.util.Date" "has no zone and can be changed" "$architecture" -- \
    class organisation 'record Planted(java.util.Date date) {}'
fault "architecture: the machine's time" "when the time comes from the Clock" "$architecture" -- \
    class organisation 'class Planted { java.time.Instant now() { return java.time.Instant.now(); } }'
fault "architecture: own clock" "the Clock is a bean" "$architecture" -- \
    class organisation 'class Planted { java.time.Clock clock() { return java.time.Clock.systemUTC(); } }'
fault "architecture: printing" "what is worth saying goes to the log" "$architecture" -- \
    class organisation 'class Planted { void run() { System.out.println("planted"); } }'
fault "architecture: page reads tables" "permission and state are checked in the service" "$architecture" -- \
    class congress.web 'record Planted(org.springframework.jdbc.core.simple.JdbcClient jdbc) {}'
fault "architecture: public delegate" "only the engine calls a delegate" "$architecture" -- \
    change $java/congress/process/RecordCancellationDelegate.java 's/^final class/public final class/'
fault "architecture: long delegate" "a delegate reads references" "$architecture" -- \
    change $java/congress/process/RecordCancellationDelegate.java 's/^( *)congresses\.cancellationRecorded.*/&\n&\n&\n&\n&/'
fault "architecture: id of an element outside its class" "are constants of its typed class" "$architecture" -- \
    class congress.process 'final class Planted { String id = "UserTask_PlanCongress"; }'
fault "architecture: sleeping test" "wait for the condition" "$architecture" -- \
    create src/test/java/vn/daihoi/PlantedSleep.java <<<'package vn.daihoi; class PlantedSleep { void run() throws Exception { Thread.sleep(1); } }'

fault "model lint: save point missing" "save-points" "testing ModelLintTest#modelsKeepTheRules" -- \
    change processes/cell-congress.bpmn '0,/ camunda:asyncAfter="true"/s///'
fault "translations: a text missing" "TranslationCompletenessTest" "testing TranslationCompletenessTest" -- \
    change src/main/resources/META-INF/resources/webjars/camunda/app/tasklist/locales/vi.json '0,/^ *"[A-Z_]+": "[^"]*",$/{/^ *"[A-Z_]+": "[^"]*",$/d}'

rm -rf "$tree"
echo "$passed passed, $failed failed"
((failed == 0))
