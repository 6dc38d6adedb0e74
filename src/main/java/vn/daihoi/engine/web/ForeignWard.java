package vn.daihoi.engine.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/**
 * Answers a request for something of another ward as for something that does not exist. The engine tells the two apart by
 * its message alone and answers 500; whatever else went wrong is answered as the engine would.
 */
final class ForeignWard {

    private static final String ENGINES_WORDS = "belongs to no authenticated tenant";

    private ForeignWard() {}

    /** For resources that let the engine's exception pass. */
    static final class Direct implements ExceptionMapper<ProcessEngineException> {
        @Override
        public Response toResponse(ProcessEngineException failure) {
            return answer(failure, failure);
        }
    }

    /** For resources that wrap it. */
    static final class Wrapped implements ExceptionMapper<InvalidRequestException> {
        @Override
        public Response toResponse(InvalidRequestException failure) {
            return answer(failure, failure.getCause() == null ? failure : failure.getCause());
        }
    }

    private static Response answer(Throwable failure, Throwable cause) {
        if (!String.valueOf(cause.getMessage()).contains(ENGINES_WORDS)) {
            return ExceptionHandlerHelper.getInstance().getResponse(failure);
        }
        return Response.status(Response.Status.NOT_FOUND)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .entity(Map.of("type", "NotFound", "message", "Không tìm thấy."))
                .build();
    }
}
