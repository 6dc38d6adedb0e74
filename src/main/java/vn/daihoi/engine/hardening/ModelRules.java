package vn.daihoi.engine.hardening;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import vn.daihoi.engine.RefusalException;
import vn.daihoi.engine.RefusalException.Kind;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.TaskRights;
import vn.daihoi.engine.TaskSubject;
import vn.daihoi.engine.gate.Handlers;

/**
 * What holds for every model that comes into the engine: each user task has a handler behind its form, and the roles that
 * it names exist. A model names bare roles; here they become the role's group in the unit that the instance concerns, and
 * the task is named after that unit, or what else it is about: an office clears the plans of ten cells.
 */
class ModelRules extends AbstractBpmnParseListener {

    /** A role that the instance names, instead of the model. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    private final ObjectProvider<Handlers> handlers;
    private final ObjectProvider<TaskRights> rights;
    private final ObjectProvider<TaskSubject> subjects;

    ModelRules(
            ObjectProvider<Handlers> handlers,
            ObjectProvider<TaskRights> rights,
            ObjectProvider<TaskSubject> subjects) {
        this.handlers = handlers;
        this.rights = rights;
        this.subjects = subjects;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        var key = new TaskKey(((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey(), task.getKey());
        if (handlers.getObject().ofTask(key) == null) {
            throw refused(key, "chưa có phần xử lý biểu mẫu trong phần mềm");
        }
        var groups = task.getCandidateGroupIdExpressions();
        var named = List.copyOf(groups);
        if (named.isEmpty()) {
            throw refused(key, "chưa nêu vai trò được giao (candidate groups)");
        }
        task.setNameExpression(new SubjectName(task.getNameExpression(), rights, subjects));
        groups.clear();
        for (var group : named) {
            for (var role : group.getExpressionText().split(",")) {
                groups.add(group(key, role.strip()));
            }
        }
    }

    private Expression group(TaskKey key, String role) {
        var variable = VARIABLE.matcher(role);
        boolean named = variable.matches();
        boolean known = named
                ? rights.getObject().knowsVariable(variable.group(1))
                : rights.getObject().knows(role);
        if (!known) {
            throw refused(key, "nêu vai trò không có: " + role);
        }
        return named ? new NamedGroup(variable.group(1), rights) : new UnitGroup(role, rights);
    }

    private static RefusalException refused(TaskKey key, String why) {
        return new RefusalException(
                Kind.INVALID,
                "Không triển khai được: bước %s của quy trình %s %s.".formatted(key.element(), key.process(), why));
    }

    /** The step's name in the model, followed by what or whom it concerns. */
    private record SubjectName(Expression name, ObjectProvider<TaskRights> rights, ObjectProvider<TaskSubject> subjects)
            implements Expression {

        @Override
        public Object getValue(VariableScope scope) {
            var subject = subjects.orderedStream()
                    .map(one -> one.of(scope::getVariable))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseGet(() -> rights.getObject().subject(scope::getVariable));
            return subject == null ? name.getValue(scope) : name.getValue(scope) + " · " + subject;
        }

        @Override
        public void setValue(Object value, VariableScope scope) {
            throw new UnsupportedOperationException("A name is not assigned to");
        }

        @Override
        public String getExpressionText() {
            return name.getExpressionText();
        }

        @Override
        public boolean isLiteralText() {
            return false;
        }
    }

    /** Stands in the model for a role and resolves to its group in the unit at hand. */
    private record UnitGroup(String role, ObjectProvider<TaskRights> rights) implements Expression {

        @Override
        public Object getValue(VariableScope scope) {
            return Set.of(rights.getObject().candidateGroup(role, scope::getVariable));
        }

        @Override
        public void setValue(Object value, VariableScope scope) {
            throw new UnsupportedOperationException("A role is not assigned to");
        }

        @Override
        public String getExpressionText() {
            return role;
        }

        @Override
        public boolean isLiteralText() {
            return false;
        }
    }

    /** Stands in the model for the role which a process variable names, and resolves like {@link UnitGroup}. */
    private record NamedGroup(String variable, ObjectProvider<TaskRights> rights) implements Expression {

        @Override
        public Object getValue(VariableScope scope) {
            return Set.of(rights.getObject().candidateGroupNamedBy(variable, scope::getVariable));
        }

        @Override
        public void setValue(Object value, VariableScope scope) {
            throw new UnsupportedOperationException("A role is not assigned to");
        }

        @Override
        public String getExpressionText() {
            return "${" + variable + "}";
        }

        @Override
        public boolean isLiteralText() {
            return false;
        }
    }
}
