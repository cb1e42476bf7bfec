namespace NnGen.Generator;

/// <summary>Names under which the pipeline's steps are tracked.</summary>
internal static class ModuleStep
{
    public const string Headers = "Headers";
    public const string OpHeaders = "OpHeaders";
    public const string Lower = "Lower";
    public const string Contracts = "Contracts";
    public const string Link = "Link";
    public const string Plan = "Plan";
    public const string Emit = "Emit";
}
