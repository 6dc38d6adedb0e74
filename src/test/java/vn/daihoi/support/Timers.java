package vn.daihoi.support;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Timers of running instances, which fire when a test says so. */
public final class Timers {

    private Timers() {}

    /**
     * Fires one as its day would, as soon as it waits.
     *
     * @param businessKey of its instance
     * @param element id of its event in the model
     */
    public static void fire(ApplicationContext context, String businessKey, String element) {
        var waiting = Awaitility.await(element)
                .until(
                        () -> context.getBean(JdbcClient.class)
                                .sql(
                                        """
                                        select j.id_ from act_ru_job j
                                          join act_ru_jobdef d on d.id_ = j.job_def_id_
                                          join act_ru_execution e on e.id_ = j.process_instance_id_
                                         where e.business_key_ = ? and d.act_id_ = ?""")
                                .params(businessKey, element)
                                .query(String.class)
                                .list(),
                        jobs -> jobs.size() == 1);
        // other jobs of the instance may still run; then it is tried again, as the job executor does
        Awaitility.await(element)
                .ignoreException(OptimisticLockingException.class)
                .until(() -> {
                    context.getBean(ManagementService.class).executeJob(waiting.get(0));
                    return true;
                });
    }
}
