package vn.daihoi.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import vn.daihoi.approval.process.DocumentPreparationProcess;
import vn.daihoi.approval.process.DossierApprovalProcess;
import vn.daihoi.cell.CellOutcome;
import vn.daihoi.cell.process.CellCongressProcess;
import vn.daihoi.congress.ChecklistItem;
import vn.daihoi.congress.CongressForm;
import vn.daihoi.congress.CongressLevel;
import vn.daihoi.congress.CongressRules;
import vn.daihoi.congress.Contents;
import vn.daihoi.congress.OpinionRoute;
import vn.daihoi.congress.ReadinessRule;
import vn.daihoi.congress.RuleParameter;
import vn.daihoi.congress.process.CongressPreparationProcess;
import vn.daihoi.consultation.process.CommentRoundProcess;
import vn.daihoi.document.process.DocumentDraftingProcess;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.ProcessVariable;
import vn.daihoi.engine.StartHandler;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.organisation.Role;
import vn.daihoi.review.OpinionType;
import vn.daihoi.review.process.FollowUpProcess;
import vn.daihoi.review.process.WorkingSessionProcess;

/** Reads every model, form and decision table and compares it, both ways, with the code that stands behind it. */
class ModelContractTest {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path FORMS = Path.of("forms");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern IDENTIFIER = Pattern.compile("(?<![.\\w])[A-Za-z]\\w*");
    private static final Pattern COMPARISON = Pattern.compile("\\$\\{(\\w+) == '(\\w+)'\\}");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(\\w+)\\}\\}");
    private static final String OWNER_ROLE = "${" + FollowUpProcess.Variables.OWNER_ROLE.name() + "}";
    private static final Set<String> JUEL_WORDS =
            Set.of("execution", "task", "and", "or", "not", "true", "false", "null");

    /** What the code says of one process. */
    private record Typed(
            String key,
            Class<?> elements,
            @Nullable Class<?> messages,
            Class<?> variables,
            Map<String, Set<String>> outcomes) {

        @Override
        public String toString() {
            return key;
        }
    }

    private static final List<Typed> TYPED = List.of(
            new Typed(
                    CongressPreparationProcess.KEY,
                    CongressPreparationProcess.Elements.class,
                    CongressPreparationProcess.Messages.class,
                    CongressPreparationProcess.Variables.class,
                    Map.of("planOutcome", names(CongressPreparationProcess.PlanOutcome.class))),
            new Typed(
                    CellCongressProcess.KEY,
                    CellCongressProcess.Elements.class,
                    null,
                    CellCongressProcess.Variables.class,
                    Map.of(
                            "planOutcome", names(CellCongressProcess.PlanOutcome.class),
                            "resultOutcome", names(CellOutcome.class),
                            "checkOutcome", names(CellCongressProcess.CheckOutcome.class),
                            "recognitionOutcome", names(CellCongressProcess.RecognitionOutcome.class))),
            new Typed(
                    DocumentDraftingProcess.KEY,
                    DocumentDraftingProcess.Elements.class,
                    null,
                    DocumentDraftingProcess.Variables.class,
                    Map.of(
                            "clearanceOutcome", names(DocumentDraftingProcess.ClearanceOutcome.class),
                            "roundOutcome", names(CommentRoundProcess.RoundOutcome.class))),
            new Typed(
                    DocumentPreparationProcess.KEY,
                    DocumentPreparationProcess.Elements.class,
                    null,
                    DocumentPreparationProcess.Variables.class,
                    Map.of(
                            "sessionOutcome", names(WorkingSessionProcess.SessionOutcome.class),
                            "adoptionOutcome", names(DocumentPreparationProcess.AdoptionOutcome.class),
                            "approvalOutcome", names(DossierApprovalProcess.ApprovalOutcome.class))),
            new Typed(
                    CommentRoundProcess.KEY,
                    CommentRoundProcess.Elements.class,
                    CommentRoundProcess.Messages.class,
                    CommentRoundProcess.Variables.class,
                    Map.of(
                            "roundPlanOutcome", names(CommentRoundProcess.RoundPlanOutcome.class),
                            "answersOutcome", names(CommentRoundProcess.AnswersOutcome.class))),
            new Typed(
                    DossierApprovalProcess.KEY,
                    DossierApprovalProcess.Elements.class,
                    DossierApprovalProcess.Messages.class,
                    DossierApprovalProcess.Variables.class,
                    Map.of(
                            "signature", names(DossierApprovalProcess.Signature.class),
                            "receipt", names(DossierApprovalProcess.Receipt.class),
                            "slipChoice", names(DossierApprovalProcess.SlipChoice.class),
                            "quorumReached", names(DossierApprovalProcess.QuorumReached.class))),
            new Typed(
                    WorkingSessionProcess.KEY,
                    WorkingSessionProcess.Elements.class,
                    WorkingSessionProcess.Messages.class,
                    WorkingSessionProcess.Variables.class,
                    Map.of(
                            "scheduleOutcome", names(WorkingSessionProcess.ScheduleOutcome.class),
                            "wardSignature", names(WorkingSessionProcess.WardSignature.class))),
            new Typed(
                    FollowUpProcess.KEY,
                    FollowUpProcess.Elements.class,
                    FollowUpProcess.Messages.class,
                    FollowUpProcess.Variables.class,
                    Map.of("followUpOutcome", names(FollowUpProcess.FollowUpOutcome.class))));

    static Stream<Typed> typed() {
        return TYPED.stream();
    }

    static Stream<String> formIds() {
        return forms().keySet().stream();
    }

    @Test
    void everyModelHasATypedClassAndIsNamedAfterItsFile() {
        assertThat(models().keySet()).isEqualTo(TYPED.stream().map(Typed::key).collect(Collectors.toSet()));
        models().forEach((key, model) -> assertThat(kebab(key) + ".bpmn").isEqualTo(model.file()));
    }

    @ParameterizedTest
    @MethodSource("typed")
    void elementsAreTheSameOnBothSides(Typed typed) {
        var inModel = model(typed).getModelElementsByType(FlowNode.class).stream()
                .filter(node -> !(node instanceof Gateway))
                .map(FlowNode::getId)
                .collect(Collectors.toSet());
        assertThat(texts(typed.elements())).isEqualTo(inModel);
    }

    @ParameterizedTest
    @MethodSource("typed")
    void messagesAreTheSameOnBothSides(Typed typed) {
        var inModel = model(typed).getModelElementsByType(Message.class).stream()
                .map(Message::getName)
                .collect(Collectors.toSet());
        assertThat(typed.messages() == null ? Set.of() : texts(typed.messages()))
                .isEqualTo(inModel);
        assertThat(inModel).allMatch(name -> name.startsWith(typed.key() + "."));
    }

    @ParameterizedTest
    @MethodSource("typed")
    void everyNameInAnExpressionIsAVariableOrABean(Typed typed) {
        var variables = variables(typed);
        var beans = beans(Object.class);
        for (var name : namesInExpressions(model(typed))) {
            assertThat(variables.contains(name) || beans.contains(name))
                    .as("%s in %s is a variable or a bean", name, typed)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("typed")
    void everyVariableIsUsedSomewhere(Typed typed) {
        var used = new TreeSet<String>(namesInExpressions(model(typed)));
        models().values().forEach(model -> model.instance()
                .getModelElementsByType(CallActivity.class)
                .forEach(call -> {
                    var target = call.getCalledElement().equals(typed.key());
                    for (var in : call.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaIn.class)
                            .list()) {
                        if (target && in.getCamundaTarget() != null) {
                            used.add(in.getCamundaTarget());
                        }
                        if (model.instance() == model(typed) && in.getCamundaSource() != null) {
                            used.add(in.getCamundaSource());
                        }
                    }
                    for (var out : call.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaOut.class)
                            .list()) {
                        if (target) {
                            used.add(out.getCamundaSource());
                        }
                        if (model.instance() == model(typed)) {
                            used.add(out.getCamundaTarget());
                        }
                    }
                }));
        model(typed)
                .getModelElementsByType(MultiInstanceLoopCharacteristics.class)
                .forEach(loop -> used.add(loop.getCamundaElementVariable()));
        // each role is held in a unit, and a variable says in which
        model(typed).getModelElementsByType(UserTask.class).stream()
                .flatMap(task -> Stream.of(task.getCamundaCandidateGroups().split(",")))
                .map(role ->
                        Role.named(role).map(ModelContractTest::unitVariable).orElse("wardId"))
                .forEach(used::add);
        used.removeAll(beans(Object.class));
        assertThat(variables(typed)).isEqualTo(used);
    }

    private static String unitVariable(Role role) {
        return role.ofWorkingGroup()
                ? "workingGroupId"
                : Objects.requireNonNull(role.level().unitVariable());
    }

    @ParameterizedTest
    @MethodSource("typed")
    void conditionsCompareOutcomesThatCanComeUp(Typed typed) {
        var compared = new TreeSet<String>();
        for (var expression : expressions(model(typed))) {
            var comparison = COMPARISON.matcher(expression);
            if (comparison.matches()) {
                compared.add(comparison.group(1));
                assertThat(typed.outcomes().get(comparison.group(1)))
                        .as(expression)
                        .isNotNull()
                        .contains(comparison.group(2));
            }
        }
        assertThat(compared).isEqualTo(typed.outcomes().keySet());
    }

    @Test
    void everyDelegateIsCalledFromAModelAndEveryServiceTaskHasOne() {
        var called = models().values().stream()
                .flatMap(model -> model.instance().getModelElementsByType(ServiceTask.class).stream())
                .map(task -> {
                    assertThat(task.getCamundaDelegateExpression())
                            .as(task.getId())
                            .matches("\\$\\{\\w+Delegate}");
                    return task.getCamundaDelegateExpression().replaceAll("\\W", "");
                })
                .collect(Collectors.toSet());
        assertThat(called).isEqualTo(beans(JavaDelegate.class));
    }

    @Test
    void everyUserTaskIsOfferedToRolesAndSavedBeforeTheNextStep() {
        models().values().forEach(model -> model.instance()
                .getModelElementsByType(UserTask.class)
                .forEach(task -> {
                    assertThat(task.getCamundaCandidateGroups().split(","))
                            .as(task.getId())
                            // one variable may name it, see TaskRights
                            .allMatch(role ->
                                    role.equals(OWNER_ROLE) || Role.named(role).isPresent());
                    assertThat(task.isCamundaAsyncAfter()).as(task.getId()).isTrue();
                    assertThat(task.getCamundaDueDate()).as(task.getId()).isNotBlank();
                }));
    }

    @Test
    void everyServiceTaskIsATransactionOfItsOwnAndRepeated() {
        models().values().forEach(model -> model.instance()
                .getModelElementsByType(ServiceTask.class)
                .forEach(task -> {
                    assertThat(task.isCamundaAsyncBefore()).as(task.getId()).isTrue();
                    assertThat(task.getExtensionElements()
                                    .getElementsQuery()
                                    .filterByType(CamundaFailedJobRetryTimeCycle.class)
                                    .singleResult()
                                    .getTextContent())
                            .isEqualTo("R3/PT1M");
                }));
    }

    @Test
    void everyProcessKeepsItsHistoryForFiveYears() {
        models().values().forEach(model -> assertThat(model.instance()
                        .getModelElementsByType(Process.class)
                        .iterator()
                        .next()
                        .getCamundaHistoryTimeToLiveString())
                .isEqualTo("P1825D"));
    }

    @Test
    void everyUserTaskHasAHandlerAndEveryHandlerAUserTask() {
        var inModels = new TreeSet<String>();
        models().forEach((key, model) -> model.instance()
                .getModelElementsByType(UserTask.class)
                .forEach(task -> inModels.add(key + " " + task.getId())));
        assertThat(taskHandlers().keySet().stream()
                        .map(task -> task.process() + " " + task.element())
                        .collect(Collectors.toSet()))
                .isEqualTo(inModels);
    }

    @Test
    void everyFormIsUsedOnceAndNamedAfterItsFile() {
        var used = formRefs();
        assertThat(used.keySet()).isEqualTo(forms().keySet());
        forms().forEach((id, form) -> assertThat(form.file()).isEqualTo(kebab(id) + ".form"));
    }

    @ParameterizedTest
    @MethodSource("formIds")
    void aFormAndItsRecordAskTheSame(String id) {
        var record = recordOf(id);
        var fields = fields(id);
        assertThat(fields.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(record.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        for (var component : record.getRecordComponents()) {
            var field = fields.get(component.getName());
            assertThat(field).isNotNull();
            assertField(id + "." + component.getName(), field, component, record);
        }
    }

    /** The columns of each decision table as the code names them: inputs, then outputs. */
    private record Columns(Set<String> inputs, Set<String> outputs) {}

    private static final Map<String, Columns> DECISIONS = Map.of(
            "congressRules",
                    new Columns(
                            Set.of("level"),
                            Stream.concat(
                                            columns(CongressRules.class, "ruleSet"),
                                            Arrays.stream(RuleParameter.values())
                                                    .map(RuleParameter::column))
                                    .collect(Collectors.toSet())),
            "dossierChecklist",
                    new Columns(
                            Set.of("contents", "form"),
                            columns(ChecklistItem.class).collect(Collectors.toSet())),
            "readiness",
                    new Columns(
                            Set.of("stream", "open"),
                            columns(ReadinessRule.class).collect(Collectors.toSet())),
            "opinionRouting",
                    new Columns(
                            Set.of("opinionType"), columns(OpinionRoute.class).collect(Collectors.toSet())));

    /** What the cells and the listed values of a column may be, where the code has a type for them. */
    private static final Map<String, Set<String>> VALUES = Map.of(
            "level", names(CongressLevel.class),
            "contents", names(Contents.class),
            "form", names(CongressForm.class),
            "kind", names(ChecklistItem.Kind.class),
            "opinionType", names(OpinionType.class));

    static Stream<Path> ruleSetFolders() throws IOException {
        try (var folders = Files.list(PROCESSES.resolve("rule-sets"))) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("ruleSetFolders")
    void aRuleSetHasEveryDecisionTheCodeReadsWithItsColumns(Path folder) {
        var found = new TreeMap<String, Columns>();
        files(folder, ".dmn").forEach(file -> {
            var table = Dmn.readModelFromFile(file.toFile());
            var decision =
                    table.getModelElementsByType(Decision.class).iterator().next();
            assertThat(file.getFileName()).hasToString(kebab(decision.getId()) + ".dmn");
            assertThat(decision.getVersionTag()).isEqualTo(folder.getFileName().toString());
            found.put(
                    decision.getId(),
                    new Columns(
                            table.getModelElementsByType(InputExpression.class).stream()
                                    .map(input -> input.getText().getTextContent())
                                    .collect(Collectors.toSet()),
                            table.getModelElementsByType(Output.class).stream()
                                    .map(Output::getName)
                                    .collect(Collectors.toSet())));
        });
        assertThat(found).isEqualTo(DECISIONS);
    }

    @ParameterizedTest
    @MethodSource("ruleSetFolders")
    void theTablesListTheValuesTheCodeKnows(Path folder) {
        files(folder, ".dmn").forEach(file -> {
            var table = Dmn.readModelFromFile(file.toFile());
            table.getModelElementsByType(Input.class).forEach(input -> {
                var known = VALUES.get(input.getInputExpression().getText().getTextContent());
                assertThat(input.getInputValues() != null)
                        .as("%s %s lists its values", file, input.getId())
                        .isEqualTo(known != null);
                if (known != null) {
                    assertThat(listed(input.getInputValues().getText().getTextContent()))
                            .as("%s %s", file, input.getId())
                            .isEqualTo(known);
                }
            });
            table.getModelElementsByType(Output.class).forEach(output -> {
                var known = VALUES.get(output.getName());
                assertThat(output.getOutputValues() != null)
                        .as("%s %s lists its values", file, output.getId())
                        .isEqualTo(known != null);
                if (known != null) {
                    assertThat(listed(output.getOutputValues().getText().getTextContent()))
                            .as("%s %s", file, output.getId())
                            .isEqualTo(known);
                }
            });
        });
    }

    private static Set<String> listed(String values) {
        return Arrays.stream(values.split(","))
                .map(value -> value.strip().replace("\"", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> columns(Class<?> record, String... without) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !List.of(without).contains(name));
    }

    private static void assertField(String name, JsonNode field, RecordComponent component, Class<?> record) {
        var kind = field.path("type").asText();
        var type = component.getType();
        switch (kind) {
            case "textfield", "textarea" -> assertThat(type).as(name).isEqualTo(String.class);
            case "datetime" -> {
                assertThat(field.path("subtype").asText()).as(name).isEqualTo("date");
                assertThat(type).as(name).isEqualTo(LocalDate.class);
            }
            case "number" -> assertThat(type).as(name).isIn(Integer.class, Long.class);
            case "checkbox" -> assertThat(type).as(name).isEqualTo(Boolean.class);
            case "radio", "select" -> {
                if (field.has("valuesKey")) {
                    assertThat(type).as(name).isEqualTo(String.class);
                } else {
                    var values = new TreeSet<String>();
                    field.path("values")
                            .forEach(value -> values.add(value.path("value").asText()));
                    assertThat(type).as(name).matches(Class::isEnum, "is an enum");
                    assertThat(values).as(name).isEqualTo(names(type));
                }
            }
            default -> throw new AssertionError("A form has a component of type " + kind);
        }
        var label = component.getAnnotation(Label.class);
        assertThat(label).as(name + " has a label").isNotNull();
        assertThat(label.value())
                .as(name)
                .isEqualTo(field.path(kind.equals("datetime") ? "dateLabel" : "label")
                        .asText());
        var size = annotation(record, component, Size.class);
        if (type == String.class) {
            assertThat(size).as(name + " is bounded").isNotNull();
            if (!field.has("valuesKey")) {
                assertThat(field.path("validate").path("maxLength").asInt())
                        .as(name)
                        .isEqualTo(size.max());
            }
        }
        var demanded = annotation(record, component, NotNull.class) != null
                || annotation(record, component, NotBlank.class) != null;
        // what is asked only in some cases cannot be demanded by the record; the service does it
        var always = field.path("validate").path("required").asBoolean() && !field.has("conditional");
        assertThat(demanded).as(name + " is required on both sides").isEqualTo(always);
    }

    private static <A extends java.lang.annotation.Annotation> @Nullable A annotation(
            Class<?> record, RecordComponent component, Class<A> type) {
        try {
            return record.getDeclaredField(component.getName()).getAnnotation(type);
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    /** The record behind a form, by way of the task or start event that shows it. */
    private static Class<?> recordOf(String form) {
        var where = formRefs().get(form);
        assertThat(where).as("%s is used", form).isNotNull();
        var task = taskHandlers().get(where);
        if (task != null) {
            return task.form();
        }
        var start = startHandlers().get(where.process());
        assertThat(start).as("%s has a start handler", where).isNotNull();
        return start.form();
    }

    private static Map<String, JsonNode> fields(String form) {
        var fields = new TreeMap<String, JsonNode>();
        for (var component : forms().get(form).json().path("components")) {
            if (component.has("key")) {
                assertThat(fields.put(component.path("key").asText(), component))
                        .isNull();
            } else {
                assertThat(component.path("type").asText()).isEqualTo("text");
                assertThat(component.has("conditional"))
                        .as(component.toString())
                        .isTrue();
                assertThat(TEMPLATE.matcher(component.path("text").asText()).find())
                        .isTrue();
            }
        }
        return fields;
    }

    /** Which step shows which form; a start event stands under its own id. */
    private static Map<String, TaskKey> formRefs() {
        var refs = new TreeMap<String, TaskKey>();
        models().forEach((key, model) -> {
            model.instance().getModelElementsByType(UserTask.class).forEach(task -> {
                assertThat(task.getCamundaFormRefBinding()).as(task.getId()).isEqualTo("deployment");
                assertThat(refs.put(task.getCamundaFormRef(), new TaskKey(key, task.getId())))
                        .isNull();
            });
            model.instance().getModelElementsByType(StartEvent.class).stream()
                    .filter(event -> event.getCamundaFormRef() != null)
                    .forEach(event -> assertThat(refs.put(event.getCamundaFormRef(), new TaskKey(key, event.getId())))
                            .isNull());
        });
        return refs;
    }

    private record Model(String file, BpmnModelInstance instance) {}

    private record Form(String file, JsonNode json) {}

    private static final Map<String, Model> MODELS = files(PROCESSES, ".bpmn")
            .map(file -> new Model(file.getFileName().toString(), Bpmn.readModelFromFile(file.toFile())))
            .collect(Collectors.toMap(
                    model -> model.instance()
                            .getModelElementsByType(Process.class)
                            .iterator()
                            .next()
                            .getId(),
                    Function.identity()));

    private static final Map<String, Form> ALL_FORMS = files(FORMS, ".form")
            .map(file -> new Form(file.getFileName().toString(), json(file)))
            .collect(Collectors.toMap(form -> form.json().path("id").asText(), Function.identity()));

    private static Map<String, Model> models() {
        return MODELS;
    }

    private static Map<String, Form> forms() {
        return ALL_FORMS;
    }

    private static BpmnModelInstance model(Typed typed) {
        return MODELS.get(typed.key()).instance();
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every expression of a model, wherever it stands. */
    private static Set<String> expressions(BpmnModelInstance model) {
        var all = new TreeSet<String>();
        var found = Pattern.compile("\\$\\{[^}]*}")
                .matcher(Bpmn.convertToString(model).replace("&#39;", "'"));
        while (found.find()) {
            all.add(found.group());
        }
        return all;
    }

    private static Set<String> namesInExpressions(BpmnModelInstance model) {
        var names = new TreeSet<String>();
        for (var expression : expressions(model)) {
            var bare = QUOTED.matcher(expression).replaceAll("");
            var identifier = IDENTIFIER.matcher(bare);
            while (identifier.find()) {
                names.add(identifier.group());
            }
        }
        names.removeAll(JUEL_WORDS);
        return names;
    }

    private static Set<String> variables(Typed typed) {
        return constants(typed.variables(), ProcessVariable.class).stream()
                .map(ProcessVariable::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(Class<?> holder) {
        return Set.copyOf(constants(holder, String.class));
    }

    private static <T> List<T> constants(Class<?> holder, Class<T> type) {
        return Arrays.stream(holder.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == type)
                .map(field -> {
                    try {
                        return type.cast(field.get(null));
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    private static Map<TaskKey, TaskHandler<?>> taskHandlers() {
        return components(TaskHandler.class).stream()
                .map(type -> (TaskHandler<?>) bare(type))
                .collect(Collectors.toMap(TaskHandler::task, Function.identity()));
    }

    private static Map<String, StartHandler<?>> startHandlers() {
        return components(StartHandler.class).stream()
                .map(type -> (StartHandler<?>) bare(type))
                .collect(Collectors.toMap(StartHandler::process, Function.identity()));
    }

    /** A handler without what it works with; enough to ask it what it stands behind. */
    private static Object bare(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(new Object[constructor.getParameterCount()]);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Class<?>> components(Class<?> kind) {
        var scanner = new ClassPathScanningCandidateComponentProvider(true);
        return scanner.findCandidateComponents("vn.daihoi").stream()
                .<Class<?>>map(definition -> load(definition.getBeanClassName()))
                .filter(kind::isAssignableFrom)
                .toList();
    }

    private static Set<String> beans(Class<?> kind) {
        var scanner = new ClassPathScanningCandidateComponentProvider(true);
        var naming = new AnnotationBeanNameGenerator();
        var registry = new SimpleBeanDefinitionRegistry();
        return scanner.findCandidateComponents("vn.daihoi").stream()
                .filter(definition -> kind.isAssignableFrom(load(definition.getBeanClassName())))
                .map(definition -> naming.generateBeanName(definition, registry))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Class<?> load(@Nullable String name) {
        try {
            return Class.forName(name, false, ModelContractTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String kebab(String id) {
        return id.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
