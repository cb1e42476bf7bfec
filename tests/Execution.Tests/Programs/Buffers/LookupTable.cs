using NnGen;

namespace Programs.Buffers.LookupTable;

[Module]
public partial class PositionalEncoding
{
    [Buffer] private readonly Tensor pe;

    public PositionalEncoding(int dModel, int maxLength)
    {
        var data = new float[maxLength * dModel];
        for (var position = 0; position < maxLength; position++)
        {
            for (var i = 0; i < dModel; i++)
            {
                var angle = position * Math.Exp(-(i / 2 * 2) * Math.Log(10000.0) / dModel);
                data[(position * dModel) + i] = (float)(i % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle));
            }
        }

        pe = Tensor.From(data, maxLength, dModel);
    }

    public Tensor Forward([Shape("N, T, D")] Tensor x) => x * Math.Sqrt(4) + pe[..x.Shape[1]];
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new PositionalEncoding(4, 6), n => [Tensor.Randn(n, 3, 4)]);
}
