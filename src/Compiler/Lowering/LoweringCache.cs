using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>
/// Lowerings that hold after an edit of another file. What lowering gives depends on the files of the class, on those whose bodies and
/// initializers it read, and on what all files declare: it is done again where one of the former changed in anything, or any file in a declaration.
/// </summary>
internal static class LoweringCache
{
    // Files live as long as some compilation holds them; nothing here holds a compilation.
    private static readonly ConditionalWeakTable<SyntaxTree, ConcurrentDictionary<string, Entry>> s_files = new();
    private static readonly ConditionalWeakTable<Compilation, Surface> s_surfaces = new();

    /// <summary>The lowering of a class where it is known from an earlier compilation.</summary>
    public static LoweringResult? Find(INamedTypeSymbol type, Compilation compilation)
    {
        if (!s_files.TryGetValue(File(type), out var entries) || !entries.TryGetValue(TypeDeclarations.MetadataName(type), out var entry))
            return null;
        var surface = SurfaceOf(compilation);
        if (surface.ChangesSince(entry.Surface) is not { } changed || entry.Files.Any(changed.Contains))
            return null;
        Add(type, entry with { Surface = surface });
        return entry.Result;
    }

    /// <summary>Keeps a lowering.</summary>
    /// <param name="type">The class.</param>
    /// <param name="compilation">The program it was lowered in.</param>
    /// <param name="result">What lowering gave; nothing of it reads the compilation.</param>
    /// <param name="files">Files whose bodies and initializers were read for it.</param>
    public static void Add(INamedTypeSymbol type, Compilation compilation, LoweringResult result, IEnumerable<SyntaxTree> files)
        => Add(type, new Entry(SurfaceOf(compilation), result, [.. files.Concat(type.DeclaringSyntaxReferences.Select(part => part.SyntaxTree)).Distinct()]));

    private static void Add(INamedTypeSymbol type, Entry entry) => s_files.GetOrCreateValue(File(type))[TypeDeclarations.MetadataName(type)] = entry;

    private static SyntaxTree File(INamedTypeSymbol type) => type.DeclaringSyntaxReferences[0].SyntaxTree;

    private static Surface SurfaceOf(Compilation compilation) => s_surfaces.GetValue(compilation, program => new Surface(program));

    private sealed record Entry(Surface Surface, LoweringResult Result, ImmutableArray<SyntaxTree> Files);

    /// <summary>What a class can mean something else by without being edited itself.</summary>
    private sealed class Surface(Compilation compilation)
    {
        private static readonly HashSet<SyntaxTree> s_none = [];

        private readonly string? _assembly = compilation.AssemblyName;
        private readonly CompilationOptions _options = compilation.Options;
        private readonly ImmutableArray<MetadataReference> _references = compilation.ExternalReferences;
        private readonly ImmutableArray<SyntaxTree> _files = [.. compilation.SyntaxTrees.Where(tree => !GeneratedFiles.Contains(tree))];
        private readonly ConditionalWeakTable<Surface, StrongBox<HashSet<SyntaxTree>?>> _changes = new();

        /// <summary>The files of an earlier program that were edited since, in bodies and initializers alone; null where anything else changed.</summary>
        public HashSet<SyntaxTree>? ChangesSince(Surface earlier) => earlier == this ? s_none : _changes.GetValue(earlier, other => new(Compare(other))).Value;

        private HashSet<SyntaxTree>? Compare(Surface earlier)
        {
            if (_assembly != earlier._assembly || !_options.Equals(earlier._options) || !_references.SequenceEqual(earlier._references) || _files.Length != earlier._files.Length)
                return null;
            var changed = new HashSet<SyntaxTree>();
            for (var i = 0; i < _files.Length; i++)
            {
                var (now, then) = (_files[i], earlier._files[i]);
                if (now == then)
                    continue;
                if (now.FilePath != then.FilePath || !now.Options.Equals(then.Options) || !now.IsEquivalentTo(then, topLevel: true))
                    return null;
                changed.Add(then);
            }

            return changed;
        }
    }
}
