package vn.daihoi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The approval system of a ward's Party congress, started as one process. */
@SpringBootApplication
public class DaihoiApplication {

    /** Starts the server, which runs until it is told to stop; or checks the audit log, see {@link AuditCommand}. */
    public static void main(String[] args) {
        if (AuditCommand.isAskedFor(args)) {
            System.exit(AuditCommand.exitCode(args));
        }
        SpringApplication.run(DaihoiApplication.class, args);
    }
}
