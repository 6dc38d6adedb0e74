package vn.daihoi.engine.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.LinkedHashMap;
import vn.daihoi.engine.RefusalException;

/** Answers a refusal with its own status and its own sentence, without the engine's prefixes, ids and class names. */
public class RefusalMapper implements ExceptionMapper<RefusalException> {

    @Override
    public Response toResponse(RefusalException refusal) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "Refusal");
        body.put("message", refusal.getMessage());
        if (refusal.field() != null) {
            body.put("field", refusal.field());
        }
        return Response.status(refusal.kind().httpStatus())
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .entity(body)
                .build();
    }
}
