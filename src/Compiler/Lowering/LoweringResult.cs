using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;

namespace NnGen.Compiler.Lowering;

/// <summary>What lowering makes of one class.</summary>
/// <param name="Module">Plain data, which the generator keeps.</param>
/// <param name="Problems">Everything found wrong, in the order of the source.</param>
/// <param name="Sites">Where the numbered nodes stand; for the analyzers alone.</param>
/// <param name="Creations">How the modules that it holds are created; for the analyzers alone.</param>
/// <param name="Sizes">What the user states of sizes; for the analyzers alone.</param>
/// <param name="Error">An error of this compiler, which is among the problems too; null where it did its work.</param>
internal sealed record LoweringResult(LoweredModule Module, ImmutableArray<ProblemIr> Problems, SiteMap Sites, CreationTable Creations, IReadOnlyList<SizeStatementIr> Sizes, string? Error = null);

/// <summary>Locations of the syntax nodes that lowering numbered.</summary>
internal sealed class SiteMap
{
    private readonly List<Location> _locations = [];
    private readonly Dictionary<Location, int> _numbers = [];

    /// <summary>Location of a node.</summary>
    public Location this[int site]
    {
        get
        {
            lock (_numbers)
                return _locations[site];
        }
    }

    /// <summary>Numbers a place: it has one number however often it is lowered.</summary>
    public int Add(Location location)
    {
        // Instances are read when they are inferred, by whoever asks.
        lock (_numbers)
        {
            if (!_numbers.TryGetValue(location, out var number))
            {
                _numbers.Add(location, number = _locations.Count);
                _locations.Add(location);
            }

            return number;
        }
    }
}
