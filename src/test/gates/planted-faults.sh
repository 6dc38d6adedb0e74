#!/usr/bin/env bash
# Shows that every gate of `mvn verify` catches what it is for: copies the tree, plants faults, runs the phase or test
# that is to catch them, offline, and expects it to fail with the right words for each. Faults of one gate are planted
# together, each in a file of its own, so that one run of Maven judges them all.
#
#   src/test/gates/planted-faults.sh [WORDS]     only the gates whose name contains WORDS
#
# To add a fault, add a line to the list at the end, between the gate's name and its run.
set -uo pipefail
cd "$(dirname "$0")/../../.." || exit 2

only=${1-}
home=$PWD
out=$home/target/planted-faults
tree=$out/tree
java=src/main/java/vn/daihoi
passed=0
failed=0

die() {
    echo "$*" >&2
    exit 2
}

# ---------------------------------------------------------------- ways to plant

# create FILE: the content comes from standard input
create() {
    [[ ! -e $tree/$1 ]] || die "$1 is there already"
    mkdir -p "$(dirname "$tree/$1")"
    cat >"$tree/$1"
    touched+=("$1")
}

# change FILE SED-EXPRESSION: an expression that changes nothing plants nothing, and that is a mistake of this script
change() {
    local before
    before=$(cksum <"$tree/$1")
    sed -E -i "$2" "$tree/$1"
    [[ $(cksum <"$tree/$1") != "$before" ]] || die "'$2' changes nothing in $1"
    touched+=("$1")
}

# class PACKAGE NAME BODY: a class of that package, in the main sources
class() {
    create "$java/${1//.//}/$2.java" <<<"package vn.daihoi.$1;

/** Planted. */
$3"
}

# ---------------------------------------------------------------- gates

# gate NAME COMMAND…: what is to catch the faults that follow
gate() {
    gate_name=$1
    shift
    gate_command=("$@")
    faults=()
    words=()
    names=()
    touched=()
}

skipped() { [[ $gate_name != *"$only"* ]]; }

# fault NAME EXPECTED-WORDS PLANT…
fault() {
    skipped && return
    faults+=("$1")
    words+=("$2")
    "${@:3}"
    # a new class must be named by what catches it; a changed file is not always
    [[ $3 == change ]] && names+=("") || names+=("$(basename "${touched[-1]}" .java)")
}

run_gate() {
    skipped && return
    local log=$out/${gate_name// /-}.log caught=yes began=$SECONDS verdict i file
    (cd "$tree" && mvn -B -ntp -o "${gate_command[@]}") >"$log" 2>&1 && caught=
    for i in "${!faults[@]}"; do
        verdict=caught
        if [[ ! $caught ]] || ! grep -qF -- "${words[i]}" "$log" || ! grep -qF -- "${names[i]}" "$log"; then
            verdict="NOT CAUGHT"
        fi
        [[ $verdict == caught ]] && passed=$((passed + 1)) || failed=$((failed + 1))
        printf '%-14s %-44s %s\n' "$gate_name" "${faults[i]}" "$verdict"
    done
    printf '%-14s %-44s %d s\n' "$gate_name" "" $((SECONDS - began))
    for file in "${touched[@]}"; do
        if [[ -e $file ]]; then
            # with the time of now, so that what was made from the planted file is made anew
            cp "$file" "$tree/$file"
        else
            rm "$tree/$file"
        fi
    done
}

tests() { printf -- '-Dspotless.check.skip=true -Dsurefire.failIfNoSpecifiedTests=true -Dtest=%s test' "$1"; }

# ---------------------------------------------------------------- the tree

rm -rf "$tree"
mkdir -p "$tree"
git ls-files --cached --others --exclude-standard -z | while IFS= read -r -d '' path; do
    [[ ! -e $path ]] || printf '%s\0' "$path"
done | tar --null --files-from=- --create | tar --extract --directory="$tree"
# the lint tools as installed here
[[ ! -d src/lint/node_modules ]] || cp -al src/lint/node_modules "$tree/src/lint/node_modules"

# ---------------------------------------------------------------- the list

gate formatter validate
fault "crooked line" "format violations" \
    change $java/DaihoiApplication.java 's/^    public static/  public  static/'
run_gate

gate compiler -Dspotless.check.skip=true compile
fault "Error Prone: result thrown away" "[ReturnValueIgnored]" \
    class engine PlantedIgnored 'final class PlantedIgnored { void run(String text) { text.strip(); } }'
fault "Error Prone: a thing compared with itself" "[SelfComparison]" \
    class engine PlantedSelf 'final class PlantedSelf { int run(Integer a) { return a.compareTo(a); } }'
fault "NullAway: null where none may be" "[NullAway]" \
    class engine PlantedNull 'final class PlantedNull { String run() { return null; } }'
run_gate

gate modules $(tests ModularityTest)
fault "into another's insides" "non-exposed type vn.daihoi.engine.web.RefusalMapper" \
    class organisation PlantedInside 'record PlantedInside(vn.daihoi.engine.web.RefusalMapper mapper) {}'
fault "upwards" "audit uses organisation" \
    class audit PlantedUpwards 'record PlantedUpwards(vn.daihoi.organisation.Role role) {}'
fault "a circle" "Cycle detected" \
    class engine PlantedCircle 'record PlantedCircle(vn.daihoi.organisation.Role role) {}'
fault "a module without a floor" "everyModuleHasAFloor" \
    class planted PlantedModule 'public final class PlantedModule {}'
run_gate

gate architecture $(tests ArchitectureTest)
fault "engine in a business class" "these few places are all" \
    class organisation PlantedEngine 'record PlantedEngine(org.camunda.bpm.engine.TaskService tasks) {}'
fault "the engine's insides" "one module alone answers for them" \
    class access PlantedInsides 'record PlantedInsides(org.camunda.bpm.engine.impl.TaskServiceImpl tasks) {}'
fault "the web applications' insides" "one login for everything is made in one place" \
    class oversight PlantedWebapp 'record PlantedWebapp(org.camunda.bpm.webapp.impl.security.auth.Authentications all) {}'
fault "injected field" "fieldsAreNotInjected" \
    class organisation PlantedField 'class PlantedField { @org.springframework.beans.factory.annotation.Value("x") String x = ""; }'
fault "injected setter" "settersAreNotInjected" \
    class organisation PlantedSetter 'class PlantedSetter { @org.springframework.beans.factory.annotation.Autowired void x(String x) {} }'
fault "java.util.Date" "has no zone and can be changed" \
    class organisation PlantedDate 'record PlantedDate(java.util.Date date) {}'
fault "the machine's time" "when the time comes from the Clock" \
    class organisation PlantedNow 'class PlantedNow { java.time.Instant now() { return java.time.Instant.now(); } }'
fault "a clock of one's own" "the Clock is a bean" \
    class organisation PlantedClock 'class PlantedClock { java.time.Clock clock() { return java.time.Clock.systemUTC(); } }'
fault "printing" "what is worth saying goes to the log" \
    class organisation PlantedPrint 'class PlantedPrint { void run() { System.out.println("planted"); } }'
fault "a page reads tables" "permission and state are checked in the service" \
    class congress.web PlantedPage 'record PlantedPage(org.springframework.jdbc.core.simple.JdbcClient jdbc) {}'
fault "public repository" "a table belongs to its module" \
    class congress PlantedRepository 'public interface PlantedRepository extends org.springframework.data.repository.Repository<Congress, String> {}'
fault "public delegate" "only the engine calls a delegate" \
    change $java/congress/process/RecordCancellationDelegate.java 's/^final class/public final class/'
fault "long delegate" "a delegate reads references" \
    change $java/cell/process/RemindCellDelegate.java 's/^( *)cells\.remind.*/&\n&\n&\n&\n&\n&\n&/'
fault "id of an element outside its class" "are constants of its typed class" \
    class congress.process PlantedId 'final class PlantedId { String id = "UserTask_PlanCongress"; }'
# never run and never compiled: the text of the fault that the rule against sleeping tests must find
fault "sleeping test" "wait for the condition" \
    create src/test/java/vn/daihoi/PlantedSleep.java <<<'package vn.daihoi; class PlantedSleep { void run() throws Exception { Thread.sleep(1); } }'
run_gate

gate contract $(tests ModelContractTest)
fault "model: an element the code doesn't know" "elementsAreTheSameOnBothSides" \
    change processes/cell-congress.bpmn 's/UserTask_CheckResult/UserTask_CheckResults/g'
fault "model: a message the code doesn't know" "messagesAreTheSameOnBothSides" \
    change processes/congress-preparation.bpmn 's/"congressPreparation\.unitAdded"/"congressPreparation.unitJoined"/'
fault "model: a variable the code doesn't know" "everyNameInAnExpressionIsAVariableOrABean" \
    change processes/congress-preparation.bpmn "s/planOutcome == 'APPROVED'/planResult == 'APPROVED'/"
fault "model: a delegate nobody wrote" "everyDelegateIsCalledFromAModelAndEveryServiceTaskHasOne" \
    change processes/congress-preparation.bpmn 's/openCellsDelegate/openAllCellsDelegate/'
fault "form: a field the record doesn't declare" "aFormAndItsRecordAskTheSame" \
    change forms/chase-overdue-result.form 's/"key": "action"/"key": "actions"/'
run_gate

gate paths $(tests CellCongressPathTest)
fault "a flow that no path takes" "CellCongressPathTest -- Time elapsed" \
    change src/test/java/vn/daihoi/processes/CellCongressPathTest.java 's/^    void aRevoteIsPlannedAnew/    @org.junit.jupiter.api.Disabled\n&/'
run_gate

gate lint $(tests ModelLintTest#modelsKeepTheRules)
fault "save point missing" "save-points" \
    change processes/cell-congress.bpmn '0,/ camunda:asyncAfter="true"/s///'
run_gate

gate translations $(tests TranslationCompletenessTest)
fault "a text missing" "dateLocales.longDateFormat.L: missing" \
    change src/main/resources/META-INF/resources/webjars/camunda/app/tasklist/locales/vi.json '0,/^ *"[A-Z_]+": "[^"]*",$/{/^ *"[A-Z_]+": "[^"]*",$/d}'
run_gate

rm -rf "$tree"
echo "$passed passed, $failed failed"
((failed == 0))
