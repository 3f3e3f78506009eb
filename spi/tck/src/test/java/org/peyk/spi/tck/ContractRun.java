package org.peyk.spi.tck;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.peyk.spi.PluginException;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs single checks of a contract as JUnit would, to see them fail. */
final class ContractRun {

    private ContractRun() {}

    /** The names of a contract's checks. */
    static Set<String> checks(Class<?> contract) {
        return Arrays.stream(contract.getMethods())
                .filter(m -> m.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The check fails: by an assertion, or by what the plugin threw where it should not. */
    static void fails(Object fixture, String check) throws Exception {
        Throwable thrown = run(fixture, check);
        assertThat(thrown)
                .as("what " + check + " finds")
                .isNotNull()
                .isInstanceOfAny(AssertionError.class, PluginException.class, IllegalStateException.class);
    }

    /** Every check of a contract is one that some broken plugin fails. */
    static void allCanFail(Class<?> contract, Collection<String> seenFailing) {
        assertThat(new TreeSet<>(seenFailing))
                .as("checks that were seen to fail")
                .isEqualTo(checks(contract));
    }

    private static Throwable run(Object fixture, String check) throws Exception {
        Method method = fixture.getClass().getMethod(check);
        method.setAccessible(true);
        try {
            method.invoke(fixture);
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }
}
