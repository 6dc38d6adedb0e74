package vn.daihoi.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.ConfigurableApplicationContext;

/** The application: the same calls that Tasklist's forms make, through the form gate and the handlers. */
final class GatedSide extends Side {

    private record Person(List<String> groups, List<String> tenants) {}

    private final ConfigurableApplicationContext application;
    private final Map<String, Person> people = new HashMap<>();

    GatedSide(ConfigurableApplicationContext application, SqlMeter meter, Connection look) {
        super("gate", application.getBean(ProcessEngine.class), meter, look);
        this.application = application;
    }

    @Override
    String start(String ward) throws SQLException {
        signIn("vanphong." + ward);
        var definition = engine().getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("congressPreparation")
                .latestVersion()
                .singleResult();
        var root = engine().getFormService()
                .submitStartForm(definition.getId(), Map.of("term", "2025–2030"))
                .getId();
        var opening = LocalDate.now().plusDays(90);
        submit(
                task(root, "UserTask_PlanCongress"),
                Map.of(
                        "openingDate", opening.toString(),
                        "closingDate", opening.plusDays(1).toString(),
                        "venue", "Hội trường phường",
                        "contents", "FOUR",
                        "ruleSet", "CT45-2025"));
        drain(root);
        signIn("bithu." + ward);
        submit(task(root, "UserTask_ApprovePlan"), Map.of("decision", "APPROVE"));
        return root;
    }

    @Override
    void signIn(String user) throws SQLException {
        var person = people.get(user);
        if (person == null) {
            person = new Person(
                    Server.strings(look(), "select group_id_ from act_id_membership where user_id_ = ?", user),
                    Server.strings(look(), "select tenant_id_ from act_id_tenant_member where user_id_ = ?", user));
            people.put(user, person);
        }
        engine().getIdentityService().setAuthentication(user, person.groups(), person.tenants());
    }

    @Override
    void complete(String task, Step step) {
        submit(task, step.form());
    }

    private void submit(String task, Map<String, Object> form) {
        engine().getFormService().submitTaskForm(task, form);
    }

    @Override
    String cellAccount(String ward, String group) {
        // b001.cb07:CELL_SECRETARY
        var cell = group.substring(ward.length() + 1, group.indexOf(':')).toLowerCase(Locale.ROOT);
        return "chi" + cell + "." + ward;
    }

    ConfigurableApplicationContext application() {
        return application;
    }

    @Override
    public void close() {
        application.close();
    }
}
