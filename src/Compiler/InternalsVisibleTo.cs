using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("NnGen.Generator")]
[assembly: InternalsVisibleTo("NnGen.Analyzers")]
[assembly: InternalsVisibleTo("NnGen.CodeFixes")]
[assembly: InternalsVisibleTo("NnGen.Compiler.Tests")]
[assembly: InternalsVisibleTo("NnGen.Generator.Tests")]
[assembly: InternalsVisibleTo("NnGen.Analyzers.Tests")]
