namespace NnGen.Parity.Tests.TorchSuite;

internal static partial class Subjects
{
    private static Dictionary<string, Func<Arguments, Subject>> Attention() => new()
    {
        ["MultiheadAttention"] = a => Attention(new MultiheadAttention(
            a.Int("embed_dim"),
            a.Int("num_heads"),
            a.Double("dropout", 0),
            a.Bool("bias", true),
            a.Bool("add_bias_kv", false),
            a.Bool("add_zero_attn", false),
            a.OptionalInt("kdim"),
            a.OptionalInt("vdim"),
            a.Bool("batch_first", false))),
        ["TransformerEncoderLayer"] = a => Attention(new TransformerEncoderLayer(
            a.Int("d_model"),
            a.Int("nhead"),
            a.Int("dim_feedforward", 2048),
            a.Double("dropout", 0.1),
            a.Activation("activation"),
            a.Double("layer_norm_eps", 1e-5),
            a.Bool("batch_first", false),
            a.Bool("norm_first", false))),
        ["TransformerDecoderLayer"] = a => Attention(new TransformerDecoderLayer(
            a.Int("d_model"),
            a.Int("nhead"),
            a.Int("dim_feedforward", 2048),
            a.Double("dropout", 0.1),
            a.Activation("activation"),
            a.Double("layer_norm_eps", 1e-5),
            a.Bool("batch_first", false),
            a.Bool("norm_first", false))),
        ["Transformer"] = a => Attention(new Transformer(
            a.Int("d_model", 512),
            a.Int("nhead", 8),
            a.Int("num_encoder_layers", 6),
            a.Int("num_decoder_layers", 6),
            a.Int("dim_feedforward", 2048),
            a.Double("dropout", 0.1),
            a.Activation("activation"),
            a.Double("layer_norm_eps", 1e-5),
            a.Bool("batch_first", false),
            a.Bool("norm_first", false))),
    };

    private static Subject Attention(MultiheadAttention layer)
    {
        return new(layer, x => Run(layer.Call, layer.Call, x), x => Run(layer.Forward, layer.Forward, x));

        static TensorBase[] Run(
            Func<Tensor, Tensor, Tensor, Tensor<bool>?, bool, Tensor<bool>?, bool, bool, (Tensor, Tensor)> flags,
            Func<Tensor, Tensor, Tensor, Tensor, Tensor<bool>?, bool, bool, bool, (Tensor, Tensor)> numbers,
            Inputs x)
        {
            var (query, key, value) = ((Tensor)x[0], (Tensor)x[1], (Tensor)x[2]);
            var padding = x.Find<Tensor<bool>>("key_padding_mask", 3);
            return Results(x.Given("attn_mask", 5) is Tensor mask
                ? numbers(query, key, value, mask, padding, true, true, false)
                : flags(query, key, value, padding, true, x.Find<Tensor<bool>>("attn_mask", 5), true, false));
        }
    }

    private static Subject Attention(TransformerEncoderLayer layer)
    {
        return new(layer, x => Run(layer.Call, layer.Call, x), x => Run(layer.Forward, layer.Forward, x));

        static TensorBase[] Run(Func<Tensor, Tensor<bool>?, Tensor<bool>?, bool, Tensor> flags, Func<Tensor, Tensor, Tensor<bool>?, bool, Tensor> numbers, Inputs x)
        {
            var padding = x.Find<Tensor<bool>>("src_key_padding_mask", 2);
            return x.Given("src_mask", 1) is Tensor mask
                ? [numbers((Tensor)x[0], mask, padding, false)]
                : [flags((Tensor)x[0], x.Find<Tensor<bool>>("src_mask", 1), padding, false)];
        }
    }

    private static Subject Attention(TransformerDecoderLayer layer)
    {
        return new(layer, x => Run(layer.Call, layer.Call, x), x => Run(layer.Forward, layer.Forward, x));

        static TensorBase[] Run(
            Func<Tensor, Tensor, Tensor<bool>?, Tensor<bool>?, Tensor<bool>?, Tensor<bool>?, bool, bool, Tensor> flags,
            Func<Tensor, Tensor, Tensor?, Tensor<bool>?, Tensor<bool>?, Tensor<bool>?, bool, bool, Tensor> numbers,
            Inputs x)
        {
            var (tgt, memory, memoryMask) = ((Tensor)x[0], (Tensor)x[1], x.Find<Tensor<bool>>("memory_mask", 3));
            var (tgtPadding, memoryPadding) = (x.Find<Tensor<bool>>("tgt_key_padding_mask", 4), x.Find<Tensor<bool>>("memory_key_padding_mask", 5));
            return x.Given("tgt_mask", 2) is Tensor mask
                ? [numbers(tgt, memory, mask, memoryMask, tgtPadding, memoryPadding, false, false)]
                : [flags(tgt, memory, x.Find<Tensor<bool>>("tgt_mask", 2), memoryMask, tgtPadding, memoryPadding, false, false)];
        }
    }

    private static Subject Attention(Transformer layer)
    {
        return new(
            layer,
            x => Run(layer.Call, layer.Call, x),
            x => Run(layer.Forward, layer.Forward, x));

        static TensorBase[] Run(
            Func<Tensor, Tensor, Tensor<bool>?, Tensor<bool>?, Tensor<bool>?, Tensor<bool>?, Tensor<bool>?, Tensor<bool>?, bool, bool, bool, Tensor> flags,
            Func<Tensor, Tensor, Tensor?, Tensor?, Tensor<bool>?, Tensor<bool>?, Tensor<bool>?, Tensor<bool>?, bool, bool, bool, Tensor> numbers,
            Inputs x)
        {
            var (src, tgt) = ((Tensor)x[0], (Tensor)x[1]);
            var memoryMask = x.Find<Tensor<bool>>("memory_mask", 4);
            var (srcPadding, tgtPadding) = (x.Find<Tensor<bool>>("src_key_padding_mask", 5), x.Find<Tensor<bool>>("tgt_key_padding_mask", 6));
            var memoryPadding = x.Find<Tensor<bool>>("memory_key_padding_mask", 7);
            var (srcMask, tgtMask) = (x.Given("src_mask", 2), x.Given("tgt_mask", 3));
            return srcMask is Tensor || tgtMask is Tensor
                ? [numbers(src, tgt, (Tensor?)srcMask, (Tensor?)tgtMask, memoryMask, srcPadding, tgtPadding, memoryPadding, false, false, false)]
                : [flags(src, tgt, (Tensor<bool>?)srcMask, (Tensor<bool>?)tgtMask, memoryMask, srcPadding, tgtPadding, memoryPadding, false, false, false)];
        }
    }
}
