package vn.daihoi.engine.hardening;

import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** The engine's authorizations, where we know more than it does. */
final class TaskAuthorizations extends AuthorizationManager {

    /** Spares each completed task a statement: {@link NoAuthorizationRows} writes none, the fence lets nobody else. */
    @Override
    public void deleteAuthorizationsByResourceId(Resource resource, String resourceId) {
        if (resource != Resources.TASK) {
            super.deleteAuthorizationsByResourceId(resource, resourceId);
        }
    }

    /**
     * Lets a single task be found in the history by its id as long as it is open, as it can be among the open ones anyway:
     * comments are looked up there before the gate is asked. What has ended is for those who may read the history.
     */
    @Override
    public void configureHistoricTaskInstanceQuery(HistoricTaskInstanceQueryImpl query) {
        super.configureHistoricTaskInstanceQuery(query);
        var id = query.getTaskId();
        if (id != null && getDbEntityManager().selectById(TaskEntity.class, id) != null) {
            query.getAuthCheck().setAuthorizationCheckEnabled(false);
        }
    }

    /** Opens it in the place of the engine's own. */
    static SessionFactory factory() {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new TaskAuthorizations();
            }
        };
    }
}
