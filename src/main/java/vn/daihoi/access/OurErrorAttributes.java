package vn.daihoi.access;

import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/** Fills our error pages and JSON errors: a Vietnamese sentence for the status, and nothing of the inside. */
@Component
class OurErrorAttributes extends DefaultErrorAttributes {

    private static final String PUBLIC_PAGES = "/gop-y";

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        var known = super.getErrorAttributes(request, options.including(ErrorAttributeOptions.Include.PATH));
        Object status = known.get("status");
        boolean stale = request.getAttribute(Refusals.STALE_FORM, RequestAttributes.SCOPE_REQUEST) != null;
        // somebody who opens the error page itself has made no error we know of
        int code = status instanceof Integer number && number >= 400 && number < 600 ? number : 404;
        ErrorText text = stale ? ErrorText.STALE_FORM : ErrorText.of(code);
        Map<String, Object> attributes = text.asJson();
        attributes.put("status", text.status());
        attributes.put("title", text.title());
        if (String.valueOf(known.get("path")).startsWith(PUBLIC_PAGES)) {
            // the home page would ask a visitor to sign in
            attributes.put("home", PUBLIC_PAGES);
        }
        return attributes;
    }
}
