package vn.daihoi.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import vn.daihoi.DaihoiApplication;

/**
 * A test on the running application with a real database and a real port. All such tests share one context, and must: the
 * engine's name can be taken only once in a JVM. So no {@code @TestPropertySource}, {@code @MockitoBean} or
 * {@code @Import} beside this annotation, and each test works on data of its own (an own ward, an own congress).
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {DaihoiApplication.class, QuickPasswords.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
public @interface IntegrationTest {}
