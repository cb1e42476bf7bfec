var gru = new GRU(16, 32, numLayers: 2, batchFirst: true);
var (y, h) = gru.Call(Tensor.Rand(3, 5, 16));
var mha = new MultiheadAttention(32, 4, batchFirst: true);
var (a, w) = mha.Call(y, y, y);
var lstm = new LSTM(16, 8, bidirectional: true, projSize: 4);
var (z, (hn, cn)) = lstm.Call(Tensor.Rand(5, 3, 16), (Tensor.Zeros(2, 3, 4), Tensor.Zeros(2, 3, 8)));
var enc = new TransformerEncoder(new TransformerEncoderLayer(32, 4, batchFirst: true), 2);
var e = enc.Call(a);
