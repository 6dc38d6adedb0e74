package vn.daihoi;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import vn.daihoi.database.StartRefused;

/** Somebody took the port between {@link AddressCheck} and the web server: the same words as there. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        StartRefused refused = AddressCheck.taken(cause.getPort(), null);
        return new FailureAnalysis(refused.wrong(), refused.remedy(), rootFailure);
    }
}
