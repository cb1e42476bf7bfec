using System.Globalization;

namespace NnGen.Compiler.Planning;

/// <summary>Shapes as C# expressions while binding.</summary>
internal static class BoundShapes
{
    /// <summary>A shape; null for an absent tensor.</summary>
    public static string Text(ShapePlan shape) => shape switch
    {
        InputShape input => $"inputs[{input.Index}]",
        MemberShape { IsNullable: true } member => member.Path + "?.Shape",
        MemberShape member => member.Path + ".Shape",
        OpShape op => $"{op.Op}[{op.Output}]",
        TurnShape turn => $"{turn.Loop}.Inputs[{turn.Index}]",
        ListShape list => list.Local + ".Memory",
        ItemShape item => item.Item + ".Shape",
        ItemsShape items => $".. {items.Items}.Shapes",
        ScalarShape => "default(global::NnGen.Shape)",
        ChildShape { IsOptional: true } child => $"{child.Plan}.Required({child.Result})",
        ChildShape child => $"{child.Plan}.ResultShapes[{child.Result}]",
        _ => "null",
    };

    /// <summary>The shape of a tensor that has memory and may never be read: that of a scalar for a member that is null.</summary>
    public static string Stored(ShapePlan shape) => shape switch
    {
        MemberShape { IsNullable: true } => OrDefault(shape),
        ChildShape child => Text(child with { IsOptional = false }),
        _ => Present(shape),
    };

    /// <summary>The shape of a tensor that is there.</summary>
    public static string Present(ShapePlan shape) => MayBeAbsent(shape) ? $"({Text(shape)})!.Value" : Text(shape);

    /// <summary>A shape; that of a scalar for an absent tensor.</summary>
    public static string OrDefault(ShapePlan shape)
        => MayBeAbsent(shape) ? $"({Text(shape)}).GetValueOrDefault()" : Text(shape);

    /// <summary>One dim of a tensor that is there, counted from the end where negative.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="axis">Number of the dim.</param>
    /// <param name="rank">How many dims there must be; null for any number.</param>
    public static string Axis(ShapePlan shape, int axis, int? rank)
        => $"{Present(shape)}{(rank is { } dims ? $".Check({Number(dims)})" : "")}[{(axis < 0 ? "^" : "")}{Number(System.Math.Abs(axis))}]";

    /// <summary>How many dims a tensor that is there has.</summary>
    public static string Rank(ShapePlan shape) => Present(shape) + ".Rank";

    private static bool MayBeAbsent(ShapePlan shape) => shape is InputShape or TurnShape or MemberShape { IsNullable: true };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
