using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NnGen.Analyzers.Tests")]
