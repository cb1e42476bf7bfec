// NNG0106: 'SignOp' needs one public method 'Forward' that computes its results from spans of its inputs
[Op("x: *S -> y: *S", IsDifferentiable = false)]
public static partial class [|SignOp|]
{
    public static float Sign(float x) => Math.Sign(x);
}
