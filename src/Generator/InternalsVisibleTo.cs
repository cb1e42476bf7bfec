using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NnGen.Generator.Tests")]
