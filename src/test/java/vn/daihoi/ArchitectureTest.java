package vn.daihoi;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DateFormat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;
import vn.daihoi.engine.StandIn;

/** The house rules that a compiler doesn't know. Nothing is frozen: a rule holds everywhere or says where it doesn't. */
@AnalyzeClasses(packages = "vn.daihoi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");
    private static final int DELEGATE_LINES = 15;

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    @ArchTest
    static final ArchRule theEngineStaysAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages("..process..", "vn.daihoi.engine..", "vn.daihoi.access..", "vn.daihoi.oversight..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("these few places are all that a move to another engine has to touch");

    @ArchTest
    static final ArchRule theEnginesInsidesAreForTheEngineModule = noClasses()
            .that()
            .resideOutsideOfPackage("vn.daihoi.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.engine.impl..")
            .because("the engine's insides change without notice, so one module alone answers for them");

    @ArchTest
    static final ArchRule onlyTheDemoStandsInForPeople = noClasses()
            .that()
            .resideOutsideOfPackages("vn.daihoi.engine..", "vn.daihoi.demo..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(StandIn.class)
            .because("what a person does is done by that person; the demo's people are invented");

    @ArchTest
    static final ArchRule theWebappsInsidesAreForAccess = noClasses()
            .that()
            .resideOutsideOfPackages("vn.daihoi.engine..", "vn.daihoi.access..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.webapp.impl..")
            .because("one login for everything is made in one place");

    @ArchTest
    static final ArchRule fieldsAreNotInjected = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .orShould()
            .beAnnotatedWith(Resource.class)
            .because("what a class needs stands in its constructor, or it can be made without it");

    @ArchTest
    static final ArchRule settersAreNotInjected = noMethods()
            .should()
            .beAnnotatedWith(Autowired.class)
            .because("what a class needs stands in its constructor, or it can be made without it");

    @ArchTest
    static final ArchRule oldDatesStayAtTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages("..process..", "vn.daihoi.engine..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Date.class, Calendar.class, DateFormat.class)
            .because("java.util.Date has no zone and can be changed; only the engine's interface asks for it");

    @ArchTest
    static final ArchRule theTimeIsInjected = noClasses()
            .should(callMethodWhere(describe("the machine's clock is read", ArchitectureTest::readsTheMachinesClock)))
            .because("a deadline is only testable, and only right in our zone, when the time comes from the Clock");

    @ArchTest
    static final ArchRule clocksAreMadeInOnePlace = noClasses()
            .that()
            .areNotAnnotatedWith(org.springframework.context.annotation.Configuration.class)
            .should(callMethodWhere(describe(
                    "a system clock is made",
                    (JavaMethodCall call) -> call.getTargetOwner().isEquivalentTo(Clock.class)
                            && call.getName().startsWith("system"))))
            .because("the Clock is a bean with the zone of the house");

    @ArchTest
    static final ArchRule pagesAskServices = noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Repository.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(JdbcOperations.class)
            .because("permission and state are checked in the service, the one door for every way in");

    @ArchTest
    static final ArchRule delegatesAreSmallAndHidden = classes()
            .that()
            .implement(JavaDelegate.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .haveSimpleNameEndingWith("Delegate")
            .andShould()
            .resideInAPackage("..process..")
            .allowEmptyShould(true)
            .because("only the engine calls a delegate, by the name of its bean");

    @ArchTest
    static final ArchRule repositoriesAreHidden = classes()
            .that()
            .areAssignableTo(Repository.class)
            .should()
            .notHaveModifier(JavaModifier.PUBLIC)
            .allowEmptyShould(true)
            .because("a table belongs to its module, and others ask the module");

    @ArchTest
    static void nobodyPrints(JavaClasses everything) {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("what is worth saying goes to the log")
                // before there is a log to be read, one line says why the program doesn't start
                .check(everything.that(describe(
                        "all but the last resort", type -> !type.getName().equals("vn.daihoi.OneLineReporter"))));
    }

    @ArchTest
    static void testsWaitForConditions(JavaClasses ignored) throws IOException {
        assertThat(found(TESTS, Pattern.compile("\\bThread\\s*\\.\\s*sleep\\b|\\bTimeUnit\\.\\w+\\.sleep\\b")))
                .as("a test that sleeps is slow on one machine and wrong on the next: wait for the condition")
                .isEmpty();
    }

    @ArchTest
    static void delegatesAreShort(JavaClasses ignored) throws IOException {
        var tooLong = new ArrayList<String>();
        for (Path file : javaFiles(SOURCES)) {
            if (!file.getFileName().toString().endsWith("Delegate.java")) {
                continue;
            }
            List<String> lines = Files.readAllLines(file);
            int first = 0;
            while (!lines.get(first).matches("(public )?(final )?class .*")) {
                first++;
            }
            long length =
                    lines.stream().skip(first).filter(line -> !line.isBlank()).count();
            if (length > DELEGATE_LINES) {
                tooLong.add(file + " has " + length + " lines");
            }
        }
        assertThat(tooLong)
                .as("a delegate reads references, calls one service and writes the outcome: %d lines", DELEGATE_LINES)
                .isEmpty();
    }

    @ArchTest
    static void namesInModelsStandInTypedClassesOnly(JavaClasses ignored) throws Exception {
        Set<String> names = namesInModels();
        Pattern literal = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"");
        var wrong = new TreeSet<String>();
        for (Path file : javaFiles(SOURCES)) {
            if (file.getFileName().toString().endsWith("Process.java")) {
                continue;
            }
            literal.matcher(Files.readString(file))
                    .results()
                    .map(match -> match.group(1))
                    .filter(names::contains)
                    .forEach(name -> wrong.add(file + ": \"" + name + "\""));
        }
        assertThat(names).contains("congressPreparation", "UserTask_PlanCongress", "congressPreparation.unitAdded");
        assertThat(wrong)
                .as("ids and message names of a model are constants of its typed class, which the contract test checks")
                .isEmpty();
    }

    private static boolean readsTheMachinesClock(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        boolean withoutClock =
                call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return CLOCKS.contains(owner) && call.getName().equals("now") && withoutClock
                || owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
    }

    /** Ids of processes and elements, and names of messages, in all models. */
    private static Set<String> namesInModels() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var names = new TreeSet<String>();
        try (Stream<Path> models = Files.list(Path.of("processes"))) {
            for (Path model :
                    models.filter(path -> path.toString().endsWith(".bpmn")).toList()) {
                var elements = factory.newDocumentBuilder()
                        .parse(model.toFile())
                        .getElementsByTagNameNS("http://www.omg.org/spec/BPMN/20100524/MODEL", "*");
                for (int i = 0; i < elements.getLength(); i++) {
                    var element = (Element) elements.item(i);
                    names.add(element.getAttribute("id"));
                    if (element.getLocalName().equals("message")) {
                        names.add(element.getAttribute("name"));
                    }
                }
            }
        }
        names.remove("");
        return names;
    }

    private static List<String> found(Path root, Pattern pattern) throws IOException {
        var found = new ArrayList<String>();
        for (Path file : javaFiles(root)) {
            if (file.endsWith("ArchitectureTest.java")) {
                continue;
            }
            if (pattern.matcher(Files.readString(file)).find()) {
                found.add(file.toString());
            }
        }
        return found;
    }

    private static List<Path> javaFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
