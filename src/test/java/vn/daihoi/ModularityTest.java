package vn.daihoi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;

/** Keeps the modules apart: nobody reaches into another's insides, and who may use whom follows the floors. */
class ModularityTest {

    /** From the ground up. A module may use what stands below it, never what stands above or beside it. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("database"),
            Set.of("engine"),
            Set.of("audit"),
            Set.of("organisation"),
            Set.of("access", "congress"),
            Set.of("cell", "document"),
            Set.of("consultation"),
            Set.of("review"),
            Set.of("approval"),
            Set.of("oversight"),
            Set.of("demo"));

    private final ApplicationModules modules = ApplicationModules.of(DaihoiApplication.class);

    @Test
    void nobodyReachesIntoAnothersInsides() {
        modules.verify();
    }

    @Test
    void everyModuleHasAFloor() {
        assertThat(modules.stream().map(ModularityTest::name)).isSubsetOf(floors().keySet());
    }

    @Test
    void nobodyUsesWhatStandsAboveOrBeside() {
        Map<String, Integer> floors = floors();
        var wrong = new TreeSet<String>();
        for (ApplicationModule module : modules) {
            int own = floors.getOrDefault(name(module), Integer.MAX_VALUE);
            module.getDependencies(modules, DependencyDepth.IMMEDIATE)
                    .uniqueModules()
                    .map(ModularityTest::name)
                    .filter(used -> floors.getOrDefault(used, Integer.MAX_VALUE) >= own)
                    .forEach(used -> wrong.add(name(module) + " uses " + used));
        }
        assertThat(wrong)
                .as("a module may use only what stands below it: %s", FLOORS)
                .isEmpty();
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    private static Map<String, Integer> floors() {
        var floors = new HashMap<String, Integer>();
        for (Set<String> floor : FLOORS) {
            int height = FLOORS.indexOf(floor);
            floors.putAll(floor.stream().collect(Collectors.toMap(module -> module, module -> height)));
        }
        return floors;
    }
}
