package vn.daihoi.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.daihoi.engine.RoleGroups.Use;

/** An ordered list of rules over method and path. The first that matches decides; what no rule names is denied. */
final class RuleTable {

    /** Whom a rule lets through. */
    sealed interface Who {
        /** Anybody, signed in or not. */
        record Everybody() implements Who {}

        /** Anybody who is signed in, with or without a role. */
        record SignedIn() implements Who {}

        /** Who has one of these uses. */
        record Users(Set<Use> uses) implements Who {}

        /** The person whose id stands in the path as {@code {self}}. */
        record Self() implements Who {}

        /** Nobody at all. */
        record Nobody() implements Who {}
    }

    /** One rule: its methods (empty for every method), path and whom it lets through. */
    record Rule(Set<String> methods, PathPattern path, Who who) {}

    private final List<Rule> rules;

    private RuleTable(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    static Builder builder() {
        return new Builder();
    }

    static Who users(Use first, Use... more) {
        return new Who.Users(EnumSet.of(first, more));
    }

    /**
     * Whether the request may pass.
     *
     * @param path as it came over the wire, below the table's root
     * @param person null for nobody signed in
     * @param uses what the person uses the system for
     */
    boolean allows(String method, String path, @Nullable Person person, Set<Use> uses) {
        PathContainer parsed = PathContainer.parsePath(path);
        for (Rule rule : rules) {
            if (!rule.methods().isEmpty() && !rule.methods().contains(method)) {
                continue;
            }
            PathPattern.PathMatchInfo match = rule.path().matchAndExtract(parsed);
            if (match == null) {
                continue;
            }
            if (rule.who() instanceof Who.Self) {
                if (person != null
                        && person.userId().equals(match.getUriVariables().get("self"))) {
                    return true;
                }
                continue;
            }
            return passes(rule.who(), person, uses);
        }
        return false;
    }

    private static boolean passes(Who who, @Nullable Person person, Set<Use> uses) {
        if (who instanceof Who.Everybody) {
            return true;
        }
        if (who instanceof Who.SignedIn) {
            return person != null;
        }
        return who instanceof Who.Users users
                && person != null
                && users.uses().stream().anyMatch(uses::contains);
    }

    /** The rules in order, for the tests that walk them. */
    List<Rule> rules() {
        return rules;
    }

    /** Collects rules in order. */
    static final class Builder {

        private static final PathPatternParser PARSER = new PathPatternParser();

        private final List<Rule> rules = new ArrayList<>();

        /** Adds one rule per path. */
        Builder allow(Who who, Set<String> methods, String... paths) {
            for (String path : paths) {
                rules.add(new Rule(methods, PARSER.parse(path), who));
            }
            return this;
        }

        RuleTable build() {
            return new RuleTable(rules);
        }
    }
}
