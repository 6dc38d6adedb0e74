package vn.daihoi.review;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.daihoi.congress.RuleTerms;

/** What the decision table that routes opinions calls them. */
@Configuration(proxyBeanMethods = false)
class OpinionTerms {

    @Bean
    RuleTerms opinionTypes() {
        return RuleTerms.of("opinionType", OpinionType.values(), OpinionType::title);
    }
}
