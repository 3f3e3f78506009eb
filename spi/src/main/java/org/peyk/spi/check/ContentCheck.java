package org.peyk.spi.check;

import java.util.List;
import org.peyk.spi.Plugin;

/**
 * Looks for what must not go out: personal data, wrong dates, dead links.
 *
 * <p><b>When.</b> At each submission and whenever somebody asks for a preview of the findings. Must be a function of the context: the same
 * request gives the same findings. <b>Thread.</b> The caller's or a worker's, outside any transaction; several requests at once. May take
 * seconds for large files. <b>Errors.</b> Any exception is itself a blocking finding with the check's name: what was not checked is not
 * clean.
 */
public interface ContentCheck extends Plugin {

    /**
     * Checks one revision of a request.
     *
     * @param context the request and its files
     * @return what was found, in reading order; empty when nothing was
     * @throws Exception when the check cannot be made; the request is blocked
     */
    List<Finding> check(CheckContext context) throws Exception;
}
