package vn.daihoi.engine.hardening;

import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;

/**
 * A job that somebody was faster than is tried again at once. Nothing is wrong with it, so it neither loses one of its tries
 * nor waits as long as one that failed: a session that is moved just as a step completes would stand still for a minute.
 */
// a kind of the default, since the engine reads retry cycles from models for that one only
final class OvertakenJobs extends DefaultFailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String job, Throwable failure) {
        return new AtOnceIfOvertaken(job, failure);
    }

    private static final class AtOnceIfOvertaken extends DefaultJobRetryCmd {

        private static final long serialVersionUID = 1;

        private AtOnceIfOvertaken(String job, Throwable failure) {
            super(job, failure);
        }

        @Override
        public Object execute(CommandContext context) {
            if (shouldDecrementRetriesFor(exception)) {
                return super.execute(context);
            }
            executeStandardStrategy(context);
            return jobId;
        }
    }
}
