import type { Row } from './row.ts';

/** Turkish: a source before its verb and the content between the two await the order "sov" in the rules of attribution. */
export const TURKISH: readonly Row[] = [
  {
    text: 'Sözcü Ayşe Kaya dedi ki kent 3 Mart 2021 günü geri alındı. Kimse ölmedi.',
    sentences: 2,
    says: ['Sözcü Ayşe Kaya', 'dedi', 'ki kent 3 Mart 2021 günü geri alındı', 'asserted'],
    times: [['3 Mart 2021', '2021-03-03']],
  },
  {
    text: 'Prof. Dr. Kemal Demir ve Av. Ayşe Kaya Tarna’da yaşadı. Sonra gittiler.',
    sentences: 2,
  },
  {
    text: 'Savunma Bakanı Kemal Demir şunları söyledi: “Pazar yerine saldırmadık.”',
    sentences: 1,
    says: ['Savunma Bakanı Kemal Demir', 'şunları söyledi', '“Pazar yerine saldırmadık.”', 'asserted'],
  },
  {
    text: 'Üç gün önce Halep’te iki köprü yıkıldı.',
    times: [['Üç gün önce', '2031-05-11']],
    names: [['Halep', 'place/SY/Aleppo']],
  },
  {
    text: 'Geçen hafta Şam’da ve İdlib’de ev, okul vb. yapılar vuruldu.',
    sentences: 1,
    tokens: 'Geçen hafta Şam’da ve İdlib’de ev , okul vb. yapılar vuruldu .',
    times: [['Geçen hafta', '2031-W19']],
    names: [
      ['Şam', 'place/SY/Damascus'],
      ['İdlib', 'place/SY/Idlib'],
    ],
  },
  {
    text: 'Sözcü iddia etti ki köprü dün akşam çöktü.',
    says: ['Sözcü', 'iddia etti', 'ki köprü dün akşam çöktü', 'doubted'],
    times: [['dün akşam', '2031-05-13TEV']],
  },
  {
    text: 'NATO, BM ve Suriye Demokratik Güçleri 2030’da görüştü.',
    names: [
      ['NATO', 'org/nato'],
      ['BM', 'org/un'],
      ['Suriye Demokratik Güçleri', 'group/sdf'],
    ],
    times: [['2030', '2030']],
  },
  {
    text: 'IŞİD’in 5 Nisan’da Irak’a girdiği açıklandı.',
    names: [
      ['IŞİD', 'group/isis'],
      ['Irak', 'state/iq'],
    ],
    times: [['5 Nisan', '2031-04-05']],
  },
  {
    text: 'Komutan uyardı: “Kimse kapıya yaklaşmasın.”',
    says: ['Komutan', 'uyardı', '“Kimse kapıya yaklaşmasın.”', 'asserted'],
  },
  {
    text: 'Türk Silahlı Kuvvetleri ve Rusya, 03.04.2031 tarihinde anlaştı.',
    names: [
      ['Türk Silahlı Kuvvetleri', 'mil/tr'],
      ['Rusya', 'state/ru'],
    ],
    times: [['03.04.2031', '2031-04-03']],
  },
  {
    text: 'Vali ekledi: “Okullar cumartesi günü açılacak.”',
    says: ['Vali', 'ekledi', '“Okullar cumartesi günü açılacak.”', 'asserted'],
  },
  {
    text: 'Birleşmiş Milletler’in heyeti iki hafta sonra Ankara’ya gelecek. Neden? Bilinmiyor.',
    sentences: 3,
    names: [
      ['Birleşmiş Milletler', 'org/un'],
      ['Ankara', 'place/TR/Ankara'],
    ],
  },
];
