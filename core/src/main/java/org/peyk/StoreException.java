package org.peyk;

import org.jspecify.annotations.Nullable;

/** The store could not be opened or used. Whatever was acknowledged before is kept. */
public class StoreException extends PeykException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param code the code
     * @param cause the cause, or null
     */
    public StoreException(ErrorCode code, @Nullable Throwable cause) {
        super(code, cause);
    }
}
