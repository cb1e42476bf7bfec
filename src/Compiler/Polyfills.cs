// Types the C# compiler asks for that netstandard2.0 does not have.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;

[System.AttributeUsage(System.AttributeTargets.All, Inherited = false)]
internal sealed class RequiredMemberAttribute : System.Attribute;

[System.AttributeUsage(System.AttributeTargets.All, Inherited = false)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : System.Attribute
{
    public string FeatureName { get; } = featureName;
}
