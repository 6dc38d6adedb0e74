package vn.daihoi.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;

/** One of the engines compared, which all run the same congress with ten cells. */
abstract class Side implements AutoCloseable {

    private final String name;
    private final ProcessEngine engine;
    private final SqlMeter meter;
    private final Connection look;

    /**
     * @param look a connection of the bench's own, to find tasks and jobs by; not measured
     */
    Side(String name, ProcessEngine engine, SqlMeter meter, Connection look) {
        this.name = name;
        this.engine = engine;
        this.meter = meter;
        this.look = look;
    }

    final String name() {
        return name;
    }

    final ProcessEngine engine() {
        return engine;
    }

    final SqlMeter meter() {
        return meter;
    }

    final Connection look() {
        return look;
    }

    /** Starts a ward's congress, brings it to where its cells run, and gives the cells' process instances. */
    final List<String> open(String ward) throws SQLException {
        var root = start(ward);
        drain(root);
        var cells = Server.strings(
                look,
                "select i.id_ from act_ru_execution i join act_re_procdef d on d.id_ = i.proc_def_id_"
                        + " where i.root_proc_inst_id_ = ? and i.id_ = i.proc_inst_id_ and d.key_ = 'cellCongress'"
                        + " order by i.business_key_",
                root);
        if (cells.isEmpty()) {
            throw new IllegalStateException(name + " opened no cell");
        }
        return cells;
    }

    /** Starts the congress and completes what comes before the cells. */
    abstract String start(String ward) throws SQLException;

    /** Signs the person in on this thread. */
    abstract void signIn(String user) throws SQLException;

    /** Completes a claimed task. */
    abstract void complete(String task, Step step);

    /** The account that does the step in this cell. */
    final String actor(String ward, String cell, Step step) throws SQLException {
        if (step.byWard() != null) {
            return step.byWard() + "." + ward;
        }
        var group = Server.strings(
                look,
                "select l.group_id_ from act_ru_identitylink l join act_ru_task t on t.id_ = l.task_id_"
                        + " where t.proc_inst_id_ = ? and l.type_ = 'candidate'",
                cell);
        return cellAccount(ward, group.get(0));
    }

    abstract String cellAccount(String ward, String group);

    final String task(String instance, String element) throws SQLException {
        var tasks = Server.strings(
                look, "select id_ from act_ru_task where proc_inst_id_ = ? and task_def_key_ = ?", instance, element);
        if (tasks.size() != 1) {
            throw new IllegalStateException(name + ": " + tasks.size() + " tasks " + element + " in " + instance);
        }
        return tasks.get(0);
    }

    /** The job that goes on behind a completed task. */
    final String job(String instance) throws SQLException {
        return Server.strings(
                        look,
                        "select id_ from act_ru_job where process_instance_id_ = ? and type_ = 'message'",
                        instance)
                .get(0);
    }

    /** Runs every job that is due, until none is left. */
    final void drain(String root) throws SQLException {
        engine.getIdentityService().clearAuthentication();
        while (true) {
            var jobs = Server.strings(
                    look,
                    "select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_"
                            + " where e.root_proc_inst_id_ = ? and j.type_ = 'message'",
                    root);
            if (jobs.isEmpty()) {
                return;
            }
            for (var job : jobs) {
                run(job);
            }
        }
    }

    /** Runs a job as the job executor would, which unlike a person's order leaves no entry in the operation log. */
    final void run(String job) {
        Context.setJobExecutorContext(new JobExecutorContext());
        try {
            engine.getManagementService().executeJob(job);
        } finally {
            Context.removeJobExecutorContext();
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
