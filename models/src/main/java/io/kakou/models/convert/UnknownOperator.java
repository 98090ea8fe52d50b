package io.kakou.models.convert;

/** A node whose operator has no mapping. */
public final class UnknownOperator extends UnconvertibleGraph {
    private static final long serialVersionUID = 1L;

    UnknownOperator(String node, String operator) {
        super("node " + node + " has operator " + operator + "; allowed: " + Operator.known());
    }
}
