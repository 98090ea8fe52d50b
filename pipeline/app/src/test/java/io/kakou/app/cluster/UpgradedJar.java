package io.kakou.app.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.flink.shaded.asm9.org.objectweb.asm.ClassReader;
import org.apache.flink.shaded.asm9.org.objectweb.asm.ClassWriter;
import org.apache.flink.shaded.asm9.org.objectweb.asm.MethodVisitor;
import org.apache.flink.shaded.asm9.org.objectweb.asm.Opcodes;
import org.apache.flink.shaded.asm9.org.objectweb.asm.Type;

/**
 * A release of the jobs that does not exist yet: this one, but that a record has one more field. The constructor there was
 * stays beside the new one, as an upgrade's source would have it; every caller compiled against it goes on.
 */
final class UpgradedJar {
    /** The new field's name; it is a text that no older state holds. */
    static final String FIELD = "addedByTheNextRelease";

    private static final String TEXT = "Ljava/lang/String;";
    private static final String INIT = "<init>";

    private UpgradedJar() {}

    /**
     * Writes it.
     *
     * @param record lies in the job's state
     */
    static Path of(Path jar, Class<? extends Record> record, Path target) throws IOException {
        String changed = Type.getInternalName(record) + ".class";
        try (JarFile old = new JarFile(jar.toFile());
                OutputStream file = Files.newOutputStream(target);
                JarOutputStream fresh = new JarOutputStream(file)) {
            for (Enumeration<JarEntry> each = old.entries(); each.hasMoreElements(); ) {
                JarEntry entry = each.nextElement();
                fresh.putNextEntry(new JarEntry(entry.getName()));
                try (InputStream in = old.getInputStream(entry)) {
                    byte[] bytes = in.readAllBytes();
                    fresh.write(entry.getName().equals(changed) ? withField(bytes, record) : bytes);
                }
                fresh.closeEntry();
            }
        }
        return target;
    }

    private static byte[] withField(byte[] bytes, Class<? extends Record> record) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(writer, 0);
        writer.visitRecordComponent(FIELD, TEXT, null).visitEnd();
        writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, FIELD, TEXT, null, null)
                .visitEnd();
        accessor(writer, Type.getInternalName(record));
        constructor(writer, record);
        return writer.toByteArray();
    }

    private static void accessor(ClassWriter writer, String owner) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, FIELD, "()" + TEXT, null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, owner, FIELD, TEXT);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** Calls the one there was, and keeps what is new. */
    private static void constructor(ClassWriter writer, Class<? extends Record> record) {
        String owner = Type.getInternalName(record);
        Type[] before = Stream.of(record.getRecordComponents())
                .map(each -> Type.getType(each.getType()))
                .toArray(Type[]::new);
        String old = Type.getMethodDescriptor(Type.VOID_TYPE, before);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, INIT, old.replace(")", TEXT + ")"), null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        int slot = 1;
        for (Type each : before) {
            code.visitVarInsn(each.getOpcode(Opcodes.ILOAD), slot);
            slot += each.getSize();
        }
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, owner, INIT, old, false);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, slot);
        code.visitFieldInsn(Opcodes.PUTFIELD, owner, FIELD, TEXT);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
