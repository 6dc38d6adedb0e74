package vn.daihoi;

import java.io.PrintStream;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Says in one line why the program doesn't start. Boot's own report, a block of eleven lines, is switched off in
 * application.yml; this one takes its place for every failure Boot can explain.
 */
final class OneLineReporter implements FailureAnalysisReporter {

    private final PrintStream console;

    /** Prints to standard error, where a service manager or a person looks. */
    OneLineReporter() {
        this(System.err);
    }

    OneLineReporter(PrintStream console) {
        this.console = console;
    }

    @Override
    public void report(FailureAnalysis analysis) {
        String action = analysis.getAction() == null ? "" : " " + analysis.getAction();
        String line =
                (analysis.getDescription() + action).replaceAll("\\s+", " ").strip();
        console.println("daihoi does not start: " + line);
    }
}
