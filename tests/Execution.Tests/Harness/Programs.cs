using System.Reflection;

namespace NnGen.Execution.Tests;

/// <summary>All programs, by the namespace of their file: <c>Vision.LeNet</c>.</summary>
internal static class ProgramList
{
    private const string Root = "Programs.";

    public static IReadOnlyDictionary<string, Sample> All { get; } = typeof(ProgramList).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(method => method.IsDefined(typeof(SampleAttribute)))
        .OrderBy(Name, StringComparer.Ordinal)
        .ToDictionary(Name, method => method.CreateDelegate<Func<Sample>>()());

    private static string Name(MethodInfo method)
    {
        var program = method.DeclaringType!.Namespace![Root.Length..];
        return method.Name == "Create" ? program : $"{program}.{method.Name}";
    }
}
